// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.graph;

/**
 * A trainable tensor before it has values.
 *
 * @param name unique within its graph
 * @param shape dimensions for one member
 * @param initializer first values
 * @param decayed whether weight decay applies (weights yes; biases, scales no)
 */
public record ParameterSpec(String name, Shape shape, Initializer initializer, boolean decayed) {}
