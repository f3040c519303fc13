// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.training;

/**
 * A half cosine up from a small rate to the peak, then one down to almost nothing; Smith and Topin,
 * arXiv 1708.07120, with the shape of PyTorch's {@code OneCycleLR}.
 *
 * @param rise share of the run spent rising, in (0, 1)
 * @param first factor at the start, in (0, 1]
 * @param last factor at the end, in (0, 1]
 */
public record OneCycle(double rise, double first, double last) implements Schedule {
  /** Checks the settings. */
  public OneCycle {
    if (!(rise > 0 && rise < 1 && first > 0 && first <= 1 && last > 0 && last <= 1)) {
      throw new IllegalArgumentException(
          "The settings rise ("
              + rise
              + ") must be in (0, 1), first ("
              + first
              + ") and last ("
              + last
              + ") in (0, 1].");
    }
  }

  @Override
  public double factor(double progress) {
    return progress < rise
        ? between(first, 1, progress / rise)
        : between(1, last, (progress - rise) / (1 - rise));
  }

  private static double between(double from, double to, double share) {
    return to + (from - to) * 0.5 * (1 + Math.cos(Math.PI * share));
  }
}
