// SPDX-License-Identifier: Apache-2.0
package io.nncreator.serving.internal.request;

/**
 * A tensor that a client wants in the answer.
 *
 * @param name of an output
 * @param binary whether as bytes after the JSON
 */
public record WantedTensor(String name, boolean binary) {}
