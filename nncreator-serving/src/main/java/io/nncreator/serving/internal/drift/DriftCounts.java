// SPDX-License-Identifier: Apache-2.0
package io.nncreator.serving.internal.drift;

import io.nncreator.api.data.CellText;
import io.nncreator.api.data.Column.NumberType;
import io.nncreator.runtime.bundle.Distribution;
import io.nncreator.runtime.pipeline.ColumnCells;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The values of one column by the bins of the training data. Not thread-safe. */
final class DriftCounts {
  private static final Set<String> TRUE = Set.of("true", "yes");
  private static final Set<String> FALSE = Set.of("false", "no");

  /** A bin that training never saw would make the index infinite. */
  private static final double LEAST_SHARE = 1e-4;

  private final Distribution training;
  private final Map<String, Integer> bins = new HashMap<>();
  private final double[] counts;
  private double total;

  DriftCounts(Distribution training) {
    this.training = training;
    this.counts = new double[training.shares().size()];
    for (int i = 0; i < training.levels().size(); i++) {
      bins.put(training.levels().get(i), i);
    }
  }

  String name() {
    return training.name();
  }

  double total() {
    return total;
  }

  /** Counts a cell, in whatever form a request may have it. */
  void add(@Nullable Object cell) {
    count(training.texts() ? textBin(cell) : training.bin(number(cell)));
  }

  /** Counts the bin of a level, by its position. */
  void count(int bin) {
    counts[bin]++;
    total++;
  }

  /** Counts a number. */
  void addNumber(double value) {
    count(training.bin(value));
  }

  /** Makes what was counted so far weigh half as much as what comes. */
  void halve() {
    for (int i = 0; i < counts.length; i++) {
      counts[i] /= 2;
    }
    total /= 2;
  }

  /** Returns the population stability index. */
  double index() {
    double sum = 0;
    for (int i = 0; i < counts.length; i++) {
      sum += term(i);
    }
    return sum;
  }

  /** Returns what one bin contributes to the index. */
  double term(int bin) {
    double before = Math.max(LEAST_SHARE, training.shares().get(bin));
    double now = Math.max(LEAST_SHARE, counts[bin] / Math.max(1, total));
    return (now - before) * Math.log(now / before);
  }

  private int textBin(@Nullable Object cell) {
    String text =
        cell instanceof Number number
            ? ColumnCells.text(NumberType.REAL, number.doubleValue())
            : cell == null ? null : CellText.clean(cell.toString());
    if (text == null) {
      return training.missing();
    }
    Integer bin = bins.get(text);
    return bin == null ? training.other() : bin;
  }

  private static double number(@Nullable Object cell) {
    if (cell instanceof Number number) {
      return number.doubleValue();
    }
    if (cell instanceof Boolean truth) {
      return truth ? 1 : 0;
    }
    String text = cell == null ? null : CellText.clean(cell.toString());
    if (text == null) {
      return Double.NaN;
    }
    String lower = text.toLowerCase(Locale.ROOT);
    return TRUE.contains(lower)
        ? 1
        : FALSE.contains(lower) ? 0 : CellText.number(text).orElse(Double.NaN);
  }
}
