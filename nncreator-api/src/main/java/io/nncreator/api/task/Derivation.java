// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.task;

import java.util.Objects;

/**
 * A truth value made of a number: {@code delay_days > 5}.
 *
 * @param column column of the number
 * @param comparison how it is compared
 * @param threshold with what
 */
public record Derivation(String column, Comparison comparison, double threshold) {
  /** Checks the threshold. */
  public Derivation {
    Objects.requireNonNull(column, "column");
    Objects.requireNonNull(comparison, "comparison");
    if (!Double.isFinite(threshold)) {
      throw new IllegalArgumentException("The threshold (" + threshold + ") must be a number.");
    }
  }

  /** Returns it as people write it, whole thresholds without a fraction. */
  @Override
  public String toString() {
    String number =
        threshold == Math.rint(threshold) && Math.abs(threshold) < 1e15
            ? Long.toString((long) threshold)
            : Double.toString(threshold);
    return column + " " + comparison.sign() + " " + number;
  }

  /** How a number is compared with the threshold. */
  public enum Comparison {
    /** Larger than the threshold. */
    ABOVE(">"),
    /** The threshold or more. */
    AT_LEAST(">="),
    /** Smaller than the threshold. */
    BELOW("<"),
    /** The threshold or less. */
    AT_MOST("<=");

    private final String sign;

    Comparison(String sign) {
      this.sign = sign;
    }

    /** Returns the mathematical sign. */
    public String sign() {
      return sign;
    }
  }
}
