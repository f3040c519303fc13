// SPDX-License-Identifier: Apache-2.0
package io.nncreator.serving.internal.http;

/**
 * A path with what it does.
 *
 * @param method {@code GET} or {@code POST}
 * @param path exact path without query
 * @param summary what it does, in plain words
 * @param needsToken whether it is closed to those without the token, where there is one
 * @param endpoint does it
 */
public record Route(
    String method, String path, String summary, boolean needsToken, Endpoint endpoint) {}
