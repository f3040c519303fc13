// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.internal.rows;

import io.nncreator.api.data.CellText;
import io.nncreator.api.data.Column.NumberType;
import io.nncreator.api.error.ErrorCode;
import io.nncreator.api.error.PredictionException;
import io.nncreator.runtime.bundle.ColumnSchema;
import io.nncreator.runtime.json.Excerpt;
import io.nncreator.runtime.pipeline.ColumnCells;
import io.nncreator.runtime.pipeline.RawRows;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the cells of one column, whatever Java type they come in. Immutable. */
final class CellReader {
  private static final Set<String> TRUE = Set.of("true", "yes", "1");
  private static final Set<String> FALSE = Set.of("false", "no", "0");

  private final ColumnSchema column;
  private final Set<String> levels;
  private final int place;

  /**
   * Takes a column.
   *
   * @param levels texts that the model knows; empty for quantities
   * @param place where it stands among the {@link RawRows#numbers} or {@link RawRows#texts}
   */
  CellReader(ColumnSchema column, Set<String> levels, int place) {
    this.column = column;
    this.levels = levels;
    this.place = place;
  }

  ColumnSchema column() {
    return column;
  }

  Set<String> levels() {
    return levels;
  }

  int place() {
    return place;
  }

  /**
   * Reads a cell of a column that is fed as numbers.
   *
   * @param row number of the row, from 1
   * @return NaN = missing
   * @throws PredictionException with {@link ErrorCode#ROW_CELL_TYPE}
   */
  double number(@Nullable Object cell, long row) {
    Object value = cell instanceof CharSequence text ? CellText.clean(text.toString()) : cell;
    if (value == null) {
      return Double.NaN;
    }
    OptionalDouble number =
        switch (column.type()) {
          case NUMBER -> real(value);
          case BOOLEAN -> truth(value);
          case TIMESTAMP -> Moments.seconds(value, column.dateStyle());
          case CATEGORY -> throw new IllegalStateException("A category is not a number.");
        };
    if (number.isEmpty()) {
      throw wrong(value, row);
    }
    return number.getAsDouble();
  }

  /**
   * Reads a cell of a category.
   *
   * @param row number of the row, from 1
   * @return null = missing
   * @throws PredictionException with {@link ErrorCode#ROW_CELL_TYPE}
   */
  @Nullable String text(@Nullable Object cell, long row) {
    if (cell == null) {
      return null;
    }
    if (cell instanceof CharSequence text) {
      return level(CellText.clean(text.toString()));
    }
    if (cell instanceof Number number) {
      return level(ColumnCells.text(NumberType.REAL, number.doubleValue()));
    }
    if (cell instanceof Enum<?> constant) {
      return level(constant.name());
    }
    if (cell instanceof Boolean
        || cell instanceof Character
        || cell instanceof java.util.UUID
        || cell instanceof java.time.temporal.TemporalAccessor) {
      return level(cell.toString());
    }
    throw wrong(cell, row);
  }

  /** Returns the level that a text stands for, as {@code 1.0} does for {@code 1}, else the text. */
  private @Nullable String level(@Nullable String text) {
    if (text == null || levels.contains(text)) {
      return text;
    }
    OptionalDouble number = CellText.number(text);
    if (number.isPresent()) {
      String whole = ColumnCells.text(NumberType.REAL, number.getAsDouble());
      if (whole != null && levels.contains(whole)) {
        return whole;
      }
      String fraction = Double.toString(number.getAsDouble());
      return levels.contains(fraction) ? fraction : text;
    }
    String lower = text.toLowerCase(Locale.ROOT);
    boolean truth = lower.equals("true") || lower.equals("false");
    return truth && levels.contains(lower) ? lower : text;
  }

  private static OptionalDouble real(Object value) {
    if (value instanceof Number number) {
      double cell = number.doubleValue();
      return Double.isInfinite(cell) ? OptionalDouble.empty() : OptionalDouble.of(cell);
    }
    return value instanceof String text ? CellText.number(text) : OptionalDouble.empty();
  }

  private static OptionalDouble truth(Object value) {
    if (value instanceof Boolean truth) {
      return OptionalDouble.of(truth ? 1 : 0);
    }
    if (value instanceof Number number) {
      double cell = number.doubleValue();
      boolean legal = cell == 0 || cell == 1 || Double.isNaN(cell);
      return legal ? OptionalDouble.of(cell) : OptionalDouble.empty();
    }
    if (value instanceof String text) {
      String lower = text.toLowerCase(Locale.ROOT);
      if (TRUE.contains(lower)) {
        return OptionalDouble.of(1);
      }
      return FALSE.contains(lower) ? OptionalDouble.of(0) : OptionalDouble.empty();
    }
    return OptionalDouble.empty();
  }

  private PredictionException wrong(Object value, long row) {
    return new PredictionException(
        ErrorCode.ROW_CELL_TYPE,
        "The column ("
            + Excerpt.of(column.name())
            + ") holds ("
            + Excerpt.of(value)
            + ") in row "
            + row
            + ", must be "
            + LegalCells.of(column.type(), column.dateStyle())
            + ". Maybe leave the cell empty if its value is unknown.",
        null);
  }
}
