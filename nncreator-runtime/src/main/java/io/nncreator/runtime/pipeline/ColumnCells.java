// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.pipeline;

import io.nncreator.api.data.Column;
import io.nncreator.api.data.Column.NumberType;
import io.nncreator.api.error.ErrorCode;
import io.nncreator.api.error.PredictionException;
import org.jspecify.annotations.Nullable;

/** The cells of a table's column in the form that a {@link RawColumn} takes. */
public final class ColumnCells {
  private static final double EXACT_INTEGERS = 0x1p53;

  private ColumnCells() {}

  /**
   * Returns cells as numbers; NaN = missing.
   *
   * @throws PredictionException if the column holds texts
   */
  public static double[] numbers(Column column) {
    if (column instanceof Column.Numbers numbers) {
      return numbers.cells();
    }
    for (int row = 0; row < column.size(); row++) {
      if (!column.missing(row)) {
        throw new PredictionException(
            ErrorCode.ROW_CELL_TYPE,
            "The column ("
                + column.name()
                + ") holds a text in row "
                + (row + 1)
                + ", but the network takes numbers there. Maybe the file differs from the one it"
                + " was trained on.",
            null);
      }
    }
    double[] none = new double[column.size()];
    java.util.Arrays.fill(none, Double.NaN);
    return none;
  }

  /** Returns cells as texts, numbers written as {@link #text} says; null = missing. */
  public static @Nullable String[] texts(Column column) {
    if (column instanceof Column.Texts texts) {
      return texts.cells();
    }
    Column.Numbers numbers = (Column.Numbers) column;
    @Nullable String[] texts = new @Nullable String[numbers.size()];
    for (int row = 0; row < texts.length; row++) {
      texts[row] = text(numbers.type(), numbers.cells()[row]);
    }
    return texts;
  }

  /**
   * Returns the level that a number stands for where a category is wanted: {@code true} and {@code
   * false} for truth values, no fraction for whole numbers ({@code 3}, not {@code 3.0}), null for
   * NaN.
   */
  public static @Nullable String text(NumberType type, double cell) {
    if (Double.isNaN(cell)) {
      return null;
    }
    if (type == NumberType.BOOLEAN) {
      return cell == 0 ? "false" : "true";
    }
    boolean whole = cell == Math.rint(cell) && Math.abs(cell) < EXACT_INTEGERS;
    return whole ? Long.toString((long) cell) : Double.toString(cell);
  }
}
