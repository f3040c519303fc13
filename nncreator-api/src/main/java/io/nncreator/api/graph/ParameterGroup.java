// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.graph;

/**
 * How parameters are trained compared with all others: factors on what the recipe says.
 *
 * @param rate factor on the learning rate, positive
 * @param decay factor on the weight decay of those that are decayed at all, at least 0
 */
public record ParameterGroup(double rate, double decay) {
  /** As the recipe says. */
  public static final ParameterGroup PLAIN = new ParameterGroup(1, 1);

  /** Checks the factors. */
  public ParameterGroup {
    if (!(rate > 0 && rate <= 1e6 && decay >= 0 && decay <= 1e6)) {
      throw new IllegalArgumentException(
          "The factors rate ("
              + rate
              + ") must be in (0, 1e6] and decay ("
              + decay
              + ") in [0, 1e6].");
    }
  }

  /** Returns the product of both groups' factors. */
  public ParameterGroup times(ParameterGroup other) {
    return new ParameterGroup(rate * other.rate, decay * other.decay);
  }
}
