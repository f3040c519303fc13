// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.intake;

import io.nncreator.api.data.CellText;
import io.nncreator.api.data.Column;
import io.nncreator.api.data.Column.NumberType;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * A growing column of values that come with a type of their own. Whole numbers among real ones are
 * real; any other mixture of types, and whole numbers too large for a double, make a column of
 * texts.
 */
final class ValueCells {
  private static final long EXACT = 1L << 53;

  private final String name;
  private DoubleCells numbers = new DoubleCells();
  private @Nullable NumberType type;
  private @Nullable TextCells texts;

  ValueCells(String name) {
    this.name = name;
  }

  int size() {
    return texts == null ? numbers.size() : texts.size();
  }

  /** Fills up with missing cells, so that the next one belongs to this row. */
  void fill(int row) {
    while (size() < row) {
      missing();
    }
  }

  void missing() {
    if (texts == null) {
      numbers.add(Double.NaN);
    } else {
      texts.addMissing();
    }
  }

  void number(Number value) {
    if (value instanceof BigDecimal decimal && decimal.scale() <= 0) {
      number(decimal.toBigInteger());
    } else if (value instanceof BigInteger big) {
      if (big.bitLength() > 53) {
        text(big.toString());
      } else {
        whole(big.longValue());
      }
    } else if (value instanceof Double || value instanceof Float || value instanceof BigDecimal) {
      real(value.doubleValue());
    } else {
      whole(value.longValue());
    }
  }

  void whole(long value) {
    if (value > EXACT || value < -EXACT) {
      text(Long.toString(value));
    } else {
      add(NumberType.INTEGER, value);
    }
  }

  /** Takes a real number; NaN and infinities are missing. */
  void real(double value) {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      missing();
    } else {
      add(NumberType.REAL, value);
    }
  }

  void truth(boolean value) {
    add(NumberType.BOOLEAN, value ? 1 : 0);
  }

  /** Takes a point in time in seconds. */
  void time(double seconds) {
    add(NumberType.TIMESTAMP, seconds);
  }

  void text(String value) {
    @Nullable String cell = CellText.clean(value);
    if (cell == null) {
      missing();
    } else {
      char[] symbols = cell.toCharArray();
      texts().add(symbols, 0, symbols.length);
    }
  }

  /** Ends the reading. A column without any value is one of missing texts. */
  Column column() {
    NumberType known = type;
    return known == null || texts != null
        ? texts().column(name)
        : new Column.Numbers(name, known, numbers.toArray());
  }

  private void add(NumberType next, double value) {
    if (texts == null && (type == null || type == next)) {
      type = next;
      numbers.add(value);
    } else if (texts == null && numeric(type) && numeric(next)) {
      type = NumberType.REAL;
      numbers.add(value);
    } else {
      Column.Texts cell = CellWriter.write(new Column.Numbers(name, next, new double[] {value}));
      texts().add(cell.cells()[0]);
    }
  }

  private static boolean numeric(@Nullable NumberType type) {
    return type == NumberType.REAL || type == NumberType.INTEGER;
  }

  /** Returns the texts, into which the numbers so far are turned first. */
  private TextCells texts() {
    TextCells current = texts;
    if (current == null) {
      current = new TextCells();
      NumberType known = type == null ? NumberType.REAL : type;
      for (String cell :
          CellWriter.write(new Column.Numbers(name, known, numbers.toArray())).cells()) {
        current.add(cell);
      }
      numbers = new DoubleCells();
      texts = current;
    }
    return current;
  }
}
