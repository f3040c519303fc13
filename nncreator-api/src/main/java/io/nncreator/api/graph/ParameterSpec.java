// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.graph;

/**
 * A trainable tensor before it has values.
 *
 * @param name unique within its graph
 * @param shape dimensions for one member
 * @param initializer first values
 * @param decayed whether weight decay applies (weights yes; biases, scales no)
 * @param group factors on learning rate and weight decay
 */
public record ParameterSpec(
    String name, Shape shape, Initializer initializer, boolean decayed, ParameterGroup group) {
  /** A parameter that is trained as the recipe says. */
  public ParameterSpec(String name, Shape shape, Initializer initializer, boolean decayed) {
    this(name, shape, initializer, decayed, ParameterGroup.PLAIN);
  }

  /** Returns the factor on the recipe's weight decay; 0 where none applies. */
  public double decay() {
    return decayed ? group.decay() : 0;
  }
}
