// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.profile;

import io.nncreator.api.data.Column;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How well one column alone tells a target: the first half of the rows is told from the second and
 * the other way round. Levels of a column answer with what was seen at them; numbers answer with
 * what was seen at the nearest ones.
 */
final class SingleColumnScore {
  /** Neighbouring numbers that vote for a class together. */
  private static final int NEIGHBOURS = 5;

  private final double[] target;
  private final int classes;

  /**
   * Creates a score.
   *
   * @param target per row, without missing values, in random order
   * @param classes number of classes, or 0 for a quantity
   */
  SingleColumnScore(double[] target, int classes) {
    this.target = target;
    this.classes = classes;
  }

  /**
   * Returns the share of rows that must be right so that at most a twentieth of the errors of
   * always naming the largest class are left.
   */
  double beyondMajority() {
    int[] counts = new int[classes];
    for (double value : target) {
      counts[(int) value]++;
    }
    double majority = (double) Arrays.stream(counts).max().orElse(0) / target.length;
    return 1 - 0.05 * (1 - majority);
  }

  /** Returns the share of rows told rightly, or of the variance explained. */
  double of(Column column) {
    double[] keys = keys(column);
    int middle = target.length / 2;
    double[] told = new double[target.length];
    boolean numeric = column instanceof Column.Numbers;
    tell(keys, numeric, 0, middle, middle, target.length, told);
    tell(keys, numeric, middle, target.length, 0, middle, told);
    return classes == 0 ? explained(told) : accuracy(told);
  }

  /** Tells one range of rows from another. */
  private void tell(
      double[] keys, boolean numeric, int seen, int seenEnd, int from, int to, double[] told) {
    Integer[] order =
        IntStream.range(seen, seenEnd)
            .boxed()
            .sorted((a, b) -> Double.compare(keys[a], keys[b]))
            .toArray(Integer[]::new);
    double[] groupKeys = new double[order.length];
    double[] answers = new double[order.length];
    int groups = 0;
    int start = 0;
    int least = numeric && classes > 0 ? NEIGHBOURS : 1;
    while (start < order.length) {
      int end = start + 1;
      while (end < order.length
          && (same(keys[order[end]], keys[order[end - 1]])
              || (end - start < least && !Double.isNaN(keys[order[end]])))) {
        end++;
      }
      groupKeys[groups] = keys[order[(start + end - 1) / 2]];
      answers[groups++] = answer(order, start, end);
      start = end;
    }
    double fallback = answer(order, 0, order.length);
    for (int row = from; row < to; row++) {
      told[row] = lookUp(keys[row], numeric, groupKeys, answers, groups, fallback);
    }
  }

  private double lookUp(
      double key, boolean numeric, double[] keys, double[] answers, int groups, double fallback) {
    int at = Arrays.binarySearch(keys, 0, groups, key);
    if (at >= 0) {
      return answers[at];
    }
    if (!numeric || Double.isNaN(key)) {
      return fallback;
    }
    int above = -at - 1;
    if (above >= groups || Double.isNaN(keys[above])) {
      return above == 0 ? fallback : answers[above - 1];
    }
    if (above == 0) {
      return answers[0];
    }
    double share = (key - keys[above - 1]) / (keys[above] - keys[above - 1]);
    if (classes == 0) {
      return answers[above - 1] * (1 - share) + answers[above] * share;
    }
    return answers[share < 0.5 ? above - 1 : above];
  }

  private double answer(Integer[] order, int start, int end) {
    if (classes == 0) {
      double sum = 0;
      for (int i = start; i < end; i++) {
        sum += target[order[i]];
      }
      return sum / (end - start);
    }
    int[] counts = new int[classes];
    int best = 0;
    for (int i = start; i < end; i++) {
      int index = (int) target[order[i]];
      counts[index]++;
      best = counts[index] > counts[best] ? index : best;
    }
    return best;
  }

  private double accuracy(double[] told) {
    long right = 0;
    for (int row = 0; row < told.length; row++) {
      right += told[row] == target[row] ? 1 : 0;
    }
    return (double) right / told.length;
  }

  private double explained(double[] told) {
    double mean = Arrays.stream(target).average().orElse(0);
    double left = 0;
    double all = 0;
    for (int row = 0; row < told.length; row++) {
      left += (target[row] - told[row]) * (target[row] - told[row]);
      all += (target[row] - mean) * (target[row] - mean);
    }
    return all > 0 ? 1 - left / all : 0;
  }

  /** Returns the numbers of a column, or numbers that stand for its levels; NaN = missing. */
  private static double[] keys(Column column) {
    if (column instanceof Column.Numbers numbers) {
      return numbers.cells();
    }
    Map<String, Integer> levels = new HashMap<>();
    double[] keys = new double[column.size()];
    for (int row = 0; row < keys.length; row++) {
      @Nullable String cell = ((Column.Texts) column).cells()[row];
      keys[row] = cell == null ? Double.NaN : levels.computeIfAbsent(cell, key -> levels.size());
    }
    return keys;
  }

  private static boolean same(double left, double right) {
    return Double.compare(left, right) == 0;
  }
}
