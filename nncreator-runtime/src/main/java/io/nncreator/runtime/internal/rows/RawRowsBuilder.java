// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.internal.rows;

import io.nncreator.runtime.pipeline.RawRows;
import io.nncreator.runtime.pipeline.RawType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Raw rows being filled cell by cell. */
final class RawRowsBuilder {
  private final List<CellReader> columns;
  private final int rows;
  private final List<double[]> numbers = new ArrayList<>();
  private final List<@Nullable String[]> texts = new ArrayList<>();

  RawRowsBuilder(List<CellReader> columns, int rows) {
    this.columns = columns;
    this.rows = rows;
    for (int c = 0; c < columns.size(); c++) {
      if (category(c)) {
        texts.add(new @Nullable String[rows]);
      } else {
        numbers.add(new double[rows]);
      }
    }
  }

  /** Sets one cell; {@code number} is the row's number in messages. */
  void set(int column, int row, @Nullable Object cell, long number) {
    CellReader reader = columns.get(column);
    if (category(column)) {
      @Nullable String[] cells = texts.get(columns.get(column).place());
      cells[row] = reader.text(cell, number);
    } else {
      numbers.get(columns.get(column).place())[row] = reader.number(cell, number);
    }
  }

  /** Sets a whole column of numbers, which is shared. */
  void set(int column, double[] cells) {
    numbers.set(columns.get(column).place(), cells);
  }

  RawRows build() {
    return new RawRows(rows, numbers, texts);
  }

  private boolean category(int column) {
    return columns.get(column).column().type() == RawType.CATEGORY;
  }
}
