// SPDX-License-Identifier: Apache-2.0
package io.nncreator.deploy.internal.local;

/**
 * What is needed to find a server process again. Process ids are used again by the system, but not
 * together with the time of the start.
 *
 * @param pid process id
 * @param startedMillis when it started, in milliseconds since 1970; 0 if the system does not tell
 * @param port on which it answers
 * @param revision number of its network
 * @param restarts how often it was replaced
 * @param folder name of its folder
 */
record ServerRecord(
    long pid, long startedMillis, int port, int revision, int restarts, String folder) {}
