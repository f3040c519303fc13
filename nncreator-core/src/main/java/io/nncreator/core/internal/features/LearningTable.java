// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.features;

import io.nncreator.api.data.Column;
import io.nncreator.api.data.Dataset;
import io.nncreator.api.error.DataException;
import io.nncreator.api.error.ErrorCode;
import io.nncreator.api.task.Metric;
import io.nncreator.api.task.TaskSpec;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The rows whose target is known, with their targets as class indices or as numbers.
 *
 * @param data rows, target included
 * @param task what is to be told
 * @param classes class names in order; empty for numbers
 * @param labels class of each row; empty for numbers
 * @param values number of each row; empty for classes
 */
@SuppressWarnings("ArrayRecordComponent")
public record LearningTable(
    Dataset data, TaskSpec task, List<String> classes, int[] labels, double[] values) {

  private static final int TARGET_BINS = 10;

  /**
   * Reads the target of a task; rows without one are left out.
   *
   * @throws DataException if the target cannot be learnt
   */
  public static LearningTable of(Dataset data, TaskSpec task) {
    Column target = data.column(task.target().value());
    int[] known = IntStream.range(0, data.rows()).filter(row -> !target.missing(row)).toArray();
    Dataset rows = known.length == data.rows() ? data : data.select(known);
    if (known.length < 4) {
      throw unusable(target, "has a value in only " + known.length + " rows", "add rows");
    }
    Column cells = rows.column(target.name());
    return task.objective().value().classification()
        ? classification(rows, task, cells)
        : regression(rows, task, cells);
  }

  /** Returns the number of rows. */
  public int rows() {
    return data.rows();
  }

  /** Returns whether the target is a class. */
  public boolean classification() {
    return !classes.isEmpty();
  }

  /** Returns how many values a network gives for a row. */
  public int outputs() {
    return classification() ? classes.size() : 1;
  }

  /** Returns the index of the positive class, or -1 when there is none. */
  public int positive() {
    var positive = task.positiveClass();
    return positive == null ? -1 : classes.indexOf(positive.value());
  }

  /** Returns the number of rows of the rarest class, or of all rows for numbers. */
  public int smallestClass() {
    if (!classification()) {
      return rows();
    }
    int[] counts = new int[classes.size()];
    for (int label : labels) {
      counts[label]++;
    }
    return Arrays.stream(counts).min().orElse(0);
  }

  /** Returns for chosen rows what folds should balance: the class, or the tenth of the number. */
  public int[] strata(int[] rows) {
    if (classification()) {
      return Arrays.stream(rows).map(row -> labels[row]).toArray();
    }
    Integer[] order = IntStream.range(0, rows.length).boxed().toArray(Integer[]::new);
    Arrays.sort(order, (a, b) -> Double.compare(values[rows[a]], values[rows[b]]));
    int[] strata = new int[rows.length];
    int bins = Math.max(1, Math.min(TARGET_BINS, rows.length / 5));
    for (int rank = 0; rank < order.length; rank++) {
      strata[order[rank]] = (int) ((long) rank * bins / order.length);
    }
    return strata;
  }

  private static LearningTable classification(Dataset rows, TaskSpec task, Column target) {
    List<String> texts =
        IntStream.range(0, target.size()).mapToObj(row -> ClassName.of(target, row)).toList();
    List<String> classes = ClassOrder.sorted(texts);
    if (classes.size() < 2) {
      throw unusable(target, "has only the value (" + classes.get(0) + ")", "choose another one");
    }
    Map<String, Integer> places = new HashMap<>();
    classes.forEach(name -> places.put(name, places.size()));
    int[] labels = new int[texts.size()];
    int[] counts = new int[classes.size()];
    for (int row = 0; row < labels.length; row++) {
      labels[row] = places.getOrDefault(texts.get(row), -1);
      counts[labels[row]]++;
    }
    for (int label = 0; label < counts.length; label++) {
      if (counts[label] < 2) {
        throw unusable(
            target,
            "has the class (" + classes.get(label) + ") in a single row",
            "add rows of that class or remove that row");
      }
    }
    return new LearningTable(rows, task, classes, labels, new double[0]);
  }

  private static LearningTable regression(Dataset rows, TaskSpec task, Column target) {
    if (!(target instanceof Column.Numbers numbers)) {
      throw unusable(target, "holds texts, not numbers", "ask for a class instead");
    }
    double[] values = numbers.cells();
    double low = Arrays.stream(values).min().orElse(0);
    double high = Arrays.stream(values).max().orElse(0);
    if (low == high) {
      throw unusable(target, "has only the value (" + low + ")", "choose another one");
    }
    if (!Double.isFinite(low) || !Double.isFinite(high)) {
      throw unusable(target, "holds an infinite number", "remove those rows");
    }
    if (task.metric().value() == Metric.RMSE_LOG && low <= 0) {
      throw new DataException(
          ErrorCode.DATA_TARGET_UNUSABLE,
          "The metric rmse_log needs a target above 0, but the column ("
              + target.name()
              + ") goes down to "
              + low
              + ". Maybe use the metric rmse.");
    }
    return new LearningTable(rows, task, List.of(), new int[0], values);
  }

  private static DataException unusable(Column target, String fact, String remedy) {
    return new DataException(
        ErrorCode.DATA_TARGET_UNUSABLE,
        "The target column (" + target.name() + ") " + fact + ". Maybe " + remedy + ".");
  }
}
