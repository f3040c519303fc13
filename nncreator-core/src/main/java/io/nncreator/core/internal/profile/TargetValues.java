// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.profile;

import io.nncreator.api.data.Column;
import io.nncreator.api.data.Column.NumberType;
import io.nncreator.api.error.DataException;
import io.nncreator.api.error.ErrorCode;
import io.nncreator.core.internal.intake.Shown;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * The target of each row: a number, or the index of a class.
 *
 * @param name of the column
 * @param classes names of the classes in order of appearance; empty if the target is a quantity
 * @param values per row; NaN = missing
 */
@SuppressWarnings("ArrayRecordComponent")
record TargetValues(String name, List<String> classes, double[] values) {
  /** Whole numbers with at most so many different values are looked at as classes. */
  static final int MOST_NUMBER_CLASSES = 20;

  static TargetValues of(Column column) {
    if (column instanceof Column.Numbers numbers) {
      long distinct = Distribution.of(numbers.cells()).distinct();
      requireVariety(column, distinct);
      boolean classes =
          numbers.type() == NumberType.BOOLEAN
              || (numbers.type() == NumberType.INTEGER && distinct <= MOST_NUMBER_CLASSES);
      return classes
          ? classes(column, row -> Share.number(numbers.cells()[row]))
          : new TargetValues(column.name(), List.of(), numbers.cells());
    }
    Column.Texts texts = (Column.Texts) column;
    TargetValues values = classes(column, row -> String.valueOf(texts.cells()[row]));
    requireVariety(column, values.classes().size());
    return values;
  }

  boolean quantity() {
    return classes.isEmpty();
  }

  /** Returns the number of rows of each class. */
  long[] counts() {
    long[] counts = new long[classes.size()];
    for (double value : values) {
      if (!Double.isNaN(value)) {
        counts[(int) value]++;
      }
    }
    return counts;
  }

  private static TargetValues classes(Column column, IntFunction<String> name) {
    Map<String, Integer> indices = new HashMap<>();
    List<String> names = new ArrayList<>();
    double[] values = new double[column.size()];
    for (int row = 0; row < values.length; row++) {
      if (column.missing(row)) {
        values[row] = Double.NaN;
        continue;
      }
      String value = name.apply(row);
      Integer index = indices.get(value);
      if (index == null) {
        index = names.size();
        indices.put(value, index);
        names.add(value);
      }
      values[row] = index;
    }
    return new TargetValues(column.name(), List.copyOf(names), values);
  }

  private static void requireVariety(Column column, long distinct) {
    if (distinct < 2) {
      throw new DataException(
          ErrorCode.DATA_TARGET_UNUSABLE,
          "The target ("
              + Shown.of(column.name())
              + (distinct == 0
                  ? ") is missing in all rows."
                  : ") has the same value in all rows that have one.")
              + " Maybe another column is meant, or the data was filtered.");
    }
  }
}
