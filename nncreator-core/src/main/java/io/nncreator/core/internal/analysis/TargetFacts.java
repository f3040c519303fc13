// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.analysis;

import io.nncreator.api.data.Column;
import io.nncreator.api.data.ColumnKind;
import io.nncreator.api.data.ColumnProfile;
import io.nncreator.api.error.DataException;
import io.nncreator.api.error.ErrorCode;
import io.nncreator.core.internal.analysis.language.CleanText;
import io.nncreator.core.internal.features.ClassName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the target column holds.
 *
 * @param name of the column
 * @param numeric whether it holds numbers (truth values are none)
 * @param whole whether all numbers are whole
 * @param rows number of rows with a value
 * @param counts rows per value, most frequent first
 * @param min smallest number; NaN if not numeric
 * @param max largest number; NaN if not numeric
 * @param skewness of the numbers; 0 if not numeric or unknown
 */
record TargetFacts(
    String name,
    boolean numeric,
    boolean whole,
    long rows,
    Map<String, Long> counts,
    double min,
    double max,
    double skewness) {
  /** Most values of a column of whole numbers that may still be classes. */
  static final int FEW_CLASSES = 30;

  private static final int MOST_CLASSES = 1000;

  /** Reads a target. */
  static TargetFacts of(Column column, ColumnProfile profile) {
    Map<String, Long> counts = new HashMap<>();
    boolean numeric = false;
    boolean whole = true;
    long rows = 0;
    double min = Double.NaN;
    double max = Double.NaN;
    for (int row = 0; row < column.size(); row++) {
      if (column.missing(row)) {
        continue;
      }
      rows++;
      counts.merge(ClassName.of(column, row), 1L, Long::sum);
      if (column instanceof Column.Numbers numbers) {
        double cell = numbers.cells()[row];
        numeric = numbers.type() != Column.NumberType.BOOLEAN;
        whole = whole && cell == Math.rint(cell);
        min = rows == 1 ? cell : Math.min(min, cell);
        max = rows == 1 ? cell : Math.max(max, cell);
      }
    }
    ColumnProfile.NumberSummary summary = profile.numbers();
    double skewness = summary == null || !numeric ? 0 : summary.skewness();
    TargetFacts facts =
        new TargetFacts(
            column.name(), numeric, numeric && whole, rows, sorted(counts), min, max, skewness);
    return facts;
  }

  private static Map<String, Long> sorted(Map<String, Long> counts) {
    List<Map.Entry<String, Long>> entries = new ArrayList<>(counts.entrySet());
    entries.sort(
        Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
            .thenComparing(Map.Entry.comparingByKey()));
    Map<String, Long> sorted = new LinkedHashMap<>();
    entries.forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
    return sorted;
  }

  /** Returns why neither a class nor a number can be learnt; empty if one can. */
  Optional<DataException> problem(ColumnProfile profile) {
    if (rows == 0) {
      return unusable("has no value in any row", "choose another column");
    }
    if (distinct() == 1) {
      return unusable(
          "is (" + CleanText.label(counts.keySet().iterator().next()) + ") in all rows",
          "add rows with other values");
    }
    if (profile.kind() == ColumnKind.DATE_TIME) {
      return unusable(
          "holds points in time", "add a column with the days since a fixed date and predict that");
    }
    boolean names = profile.kind() == ColumnKind.IDENTIFIER || profile.kind() == ColumnKind.TEXT;
    if (!numeric && (names || distinct() > MOST_CLASSES || distinct() > rows / 2)) {
      return unusable(
          "has " + distinct() + " different texts in " + rows + " rows, too many for classes",
          "choose a column whose values repeat");
    }
    if (profile.kind() == ColumnKind.IDENTIFIER) {
      return unusable(
          "only names the rows (" + profile.reason() + ")", "choose a column that can be learnt");
    }
    return Optional.empty();
  }

  private Optional<DataException> unusable(String fact, String remedy) {
    return Optional.of(
        new DataException(
            ErrorCode.DATA_TARGET_UNUSABLE,
            "The target (" + CleanText.label(name) + ") " + fact + ". Maybe " + remedy + "."));
  }

  /** Returns the number of different values. */
  int distinct() {
    return counts.size();
  }

  /** Returns the share of rows that hold the rarest value. */
  double rarestShare() {
    return (double) counts.values().stream().mapToLong(Long::longValue).min().orElse(0) / rows;
  }

  /** Returns how many times more rows the most frequent value has than the rarest. */
  double imbalance() {
    long most = counts.values().iterator().next();
    long fewest = counts.values().stream().mapToLong(Long::longValue).min().orElse(1);
    return (double) most / fewest;
  }
}
