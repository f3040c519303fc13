// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.planning;

import io.nncreator.api.data.Column;
import io.nncreator.api.data.Dataset;
import io.nncreator.api.task.SplitKind;
import io.nncreator.api.task.TaskSpec;
import io.nncreator.core.internal.features.ClassName;
import io.nncreator.core.internal.features.LearningTable;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/** Divides rows into folds in the way that a task asks for. */
public final class RowDivision {
  private RowDivision() {}

  /**
   * Divides chosen rows of a table.
   *
   * @return folds by position in {@code rows}; with {@link SplitKind#TIME} later folds are later
   */
  public static Folds folds(LearningTable table, int[] rows, int count, long seed) {
    TaskSpec task = table.task();
    var group = task.groupColumn();
    if (task.split().value() == SplitKind.GROUP && group != null) {
      return Folds.grouped(groups(table.data(), group.value(), rows), count, seed);
    }
    var time = task.timeColumn();
    if (byTime(task) && time != null) {
      return Folds.consecutive(ranks(table.data(), time.value(), rows), count);
    }
    return Folds.stratified(table.strata(rows), count, seed);
  }

  /** Returns whether rows are divided by their time, so that later ones judge. */
  public static boolean byTime(TaskSpec task) {
    return task.split().value() == SplitKind.TIME && task.timeColumn() != null;
  }

  /** Returns whether any row may be learnt from whichever others judge. */
  public static boolean independent(TaskSpec task) {
    SplitKind split = task.split().value();
    return split != SplitKind.TIME && split != SplitKind.GROUP;
  }

  /** Returns the rows to be held out: about as many as wished; the latest ones for times. */
  public static int[] holdout(LearningTable table, int wished, long seed) {
    int[] all = IntStream.range(0, table.rows()).toArray();
    int parts = Math.max(2, Math.round((float) table.rows() / wished));
    Folds folds = folds(table, all, parts, seed);
    return folds.inside(parts - 1);
  }

  private static int[] groups(Dataset data, String name, int[] rows) {
    Column column = data.column(name);
    Map<String, Integer> numbers = new HashMap<>();
    int[] groups = new int[rows.length];
    for (int i = 0; i < rows.length; i++) {
      String key = column.missing(rows[i]) ? "missing:" + i : "=" + ClassName.of(column, rows[i]);
      Integer known = numbers.get(key);
      groups[i] = known == null ? numbers.size() : known;
      numbers.put(key, groups[i]);
    }
    return groups;
  }

  private static int[] ranks(Dataset data, String name, int[] rows) {
    Column column = data.column(name);
    Comparator<Integer> order =
        column instanceof Column.Numbers numbers
            ? Comparator.comparingDouble(i -> earliestIfUnknown(numbers.cells()[rows[i]]))
            : Comparator.comparing(
                i -> column.missing(rows[i]) ? "" : ClassName.of(column, rows[i]));
    Integer[] sorted =
        IntStream.range(0, rows.length).boxed().sorted(order).toArray(Integer[]::new);
    int[] ranks = new int[rows.length];
    for (int rank = 0; rank < sorted.length; rank++) {
      ranks[sorted[rank]] = rank;
    }
    return ranks;
  }

  /** A row without a time must not judge as if it were of the future. */
  private static double earliestIfUnknown(double time) {
    return Double.isNaN(time) ? Double.NEGATIVE_INFINITY : time;
  }
}
