// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.scoring;

/**
 * The unit in which extreme numbers are counted, so that their squares neither overflow nor vanish.
 */
public final class NumberUnit {
  private static final int EXTREME = 300;

  private NumberUnit() {}

  /** Returns 1 for numbers of usual size, else a power of two near the largest of them. */
  public static double of(double[] values) {
    double largest = 0;
    for (double value : values) {
      largest = Math.max(largest, Math.abs(value));
    }
    int exponent = Math.getExponent(largest);
    boolean usual = largest == 0 || Math.abs(exponent) < EXTREME || !Double.isFinite(largest);
    return usual ? 1 : Math.scalb(1.0, Math.max(exponent, Double.MIN_EXPONENT));
  }
}
