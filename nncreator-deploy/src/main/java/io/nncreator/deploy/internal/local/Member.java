// SPDX-License-Identifier: Apache-2.0
package io.nncreator.deploy.internal.local;

/**
 * A replica and its history.
 *
 * @param server that answers
 * @param revision number of its network
 * @param restarts how often it was replaced after it had ended unasked
 * @param notBefore nanoseconds of {@link System#nanoTime} before which it is not replaced again
 */
record Member(Server server, int revision, int restarts, long notBefore) {}
