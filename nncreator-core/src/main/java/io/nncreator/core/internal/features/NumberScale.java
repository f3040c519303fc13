// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.features;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Robust location and spread of a column: the median, and the distance between the quartiles (half
 * the range where the quartiles are equal).
 *
 * @param center median
 * @param scale positive
 * @param min smallest finite number
 * @param max largest finite number
 */
record NumberScale(double center, double scale, double min, double max) {

  /** Measures the finite numbers; null when they are all equal or there is none. */
  static @Nullable NumberScale of(double[] cells) {
    double[] sorted = Arrays.stream(cells).filter(Double::isFinite).sorted().toArray();
    if (sorted.length == 0 || sorted[0] == sorted[sorted.length - 1]) {
      return null;
    }
    double min = sorted[0];
    double max = sorted[sorted.length - 1];
    double quartiles = quantile(sorted, 0.75) - quantile(sorted, 0.25);
    double halfRange = max / 2 - min / 2;
    double scale = quartiles > 0 && Double.isFinite(quartiles) ? quartiles : halfRange;
    return new NumberScale(quantile(sorted, 0.5), scale, min, max);
  }

  private static double quantile(double[] sorted, double share) {
    double position = share * (sorted.length - 1);
    int below = (int) position;
    int above = Math.min(below + 1, sorted.length - 1);
    double part = position - below;
    return sorted[below] * (1 - part) + sorted[above] * part;
  }
}
