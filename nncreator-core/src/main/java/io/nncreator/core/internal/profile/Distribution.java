// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.profile;

import io.nncreator.api.data.ColumnProfile.NumberSummary;
import java.util.Arrays;

/** The sorted numbers of a column. */
final class Distribution {
  private final double[] sorted;

  private Distribution(double[] sorted) {
    this.sorted = sorted;
  }

  /** Sorts the numbers that are not missing. */
  static Distribution of(double[] cells) {
    double[] present = new double[cells.length];
    int size = 0;
    for (double cell : cells) {
      if (!Double.isNaN(cell)) {
        // Adding zero makes one zero of both.
        present[size++] = cell + 0.0;
      }
    }
    double[] sorted = size == present.length ? present : Arrays.copyOf(present, size);
    SortedDoubles.sort(sorted);
    return new Distribution(sorted);
  }

  int size() {
    return sorted.length;
  }

  double min() {
    return sorted[0];
  }

  double max() {
    return sorted[sorted.length - 1];
  }

  long distinct() {
    long distinct = sorted.length == 0 ? 0 : 1;
    for (int i = 1; i < sorted.length; i++) {
      distinct += sorted[i] == sorted[i - 1] ? 0 : 1;
    }
    return distinct;
  }

  /** Returns the number of different values that stand once. */
  long once() {
    long once = 0;
    for (int i = 0; i < sorted.length; i++) {
      boolean before = i > 0 && sorted[i - 1] == sorted[i];
      boolean after = i + 1 < sorted.length && sorted[i + 1] == sorted[i];
      once += before || after ? 0 : 1;
    }
    return once;
  }

  /** Returns a quantile by linear interpolation (type 7 of Hyndman and Fan 1996). */
  double quantile(double share) {
    double position = share * (sorted.length - 1);
    int below = (int) position;
    int above = Math.min(below + 1, sorted.length - 1);
    double weight = position - below;
    return weight == 0 ? sorted[below] : sorted[below] * (1 - weight) + sorted[above] * weight;
  }

  /** Returns the summary of at least one number. Moments are of the scaled numbers: no overflow. */
  NumberSummary summary() {
    double scale = Math.max(Math.abs(min()), Math.abs(max()));
    double unit = scale == 0 ? 1 : scale;
    double mean = 0;
    for (double value : sorted) {
      mean += value / unit;
    }
    mean /= sorted.length;
    double second = 0;
    double third = 0;
    for (double value : sorted) {
      double difference = value / unit - mean;
      second += difference * difference;
      third += difference * difference * difference;
    }
    double deviation = sorted.length > 1 ? Math.sqrt(second / (sorted.length - 1)) : 0;
    double population = second / sorted.length;
    boolean spread = min() < max() && population > 0;
    double skewness = spread ? third / sorted.length / Math.pow(population, 1.5) : 0;
    return new NumberSummary(
        min(),
        quantile(0.25),
        quantile(0.5),
        quantile(0.75),
        max(),
        mean * unit,
        deviation * unit,
        skewness);
  }
}
