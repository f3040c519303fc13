// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.internal.rows;

import io.nncreator.runtime.bundle.ColumnSchema;
import io.nncreator.runtime.json.Excerpt;
import io.nncreator.runtime.pipeline.RawRows;
import io.nncreator.runtime.pipeline.RawType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says in which ways a row is unlike the training data. Thread-safe. */
public final class RowNotes {
  private final List<CellReader> columns;

  /** Takes the columns of a network. */
  public RowNotes(RowReader reader) {
    this.columns = reader.columns();
  }

  /** Returns the notes of one row, in the order of the columns. */
  public List<String> of(RawRows rows, int row) {
    List<String> notes = new ArrayList<>(0);
    for (CellReader reader : columns) {
      String note;
      if (reader.column().type() == RawType.CATEGORY) {
        note = category(reader, rows.texts().get(reader.place())[row]);
      } else {
        note = number(reader.column(), rows.numbers().get(reader.place())[row]);
      }
      if (note != null) {
        notes.add(note);
      }
    }
    return notes;
  }

  private static @Nullable String category(CellReader reader, @Nullable String cell) {
    if (cell == null || cell.isEmpty()) {
      return missing(reader.column());
    }
    return reader.levels().isEmpty() || reader.levels().contains(cell)
        ? null
        : "The category ("
            + Excerpt.of(cell)
            + ") of "
            + name(reader.column())
            + " is unknown: "
            + "the network has not learnt it.";
  }

  private static @Nullable String number(ColumnSchema column, double cell) {
    if (Double.isNaN(cell)) {
      return missing(column);
    }
    Double min = column.min();
    Double max = column.max();
    if (min == null || max == null || (cell >= min && cell <= max)) {
      return null;
    }
    return "The value "
        + show(column, cell)
        + " of "
        + name(column)
        + " is outside the training data ("
        + show(column, min)
        + " to "
        + show(column, max)
        + ").";
  }

  private static @Nullable String missing(ColumnSchema column) {
    return column.missingSeen()
        ? null
        : "The value of " + name(column) + " is missing, which it never was in the training data.";
  }

  private static String name(ColumnSchema column) {
    return "column (" + Excerpt.of(column.name()) + ")";
  }

  private static String show(ColumnSchema column, double value) {
    if (column.type() == RawType.TIMESTAMP && Math.abs(value) < 1e11) {
      return Moments.text(value);
    }
    boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
    return whole ? Long.toString((long) value) : Double.toString(value);
  }
}
