// SPDX-License-Identifier: Apache-2.0
package io.nncreator.serving.internal.http;

import java.time.Duration;

/**
 * What a connection may do.
 *
 * @param bodyBytes largest body
 * @param headerBytes largest head, without its first line
 * @param lineBytes longest first line
 * @param connections most connections at once
 * @param read from the first byte of a request to its last
 * @param answer from the last byte of a request to the answer
 * @param idle between requests
 */
public record HttpLimits(
    int bodyBytes,
    int headerBytes,
    int lineBytes,
    int connections,
    Duration read,
    Duration answer,
    Duration idle) {}
