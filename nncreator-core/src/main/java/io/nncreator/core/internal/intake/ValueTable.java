// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.intake;

import io.nncreator.api.data.Column;
import io.nncreator.api.error.DataException;
import io.nncreator.api.error.ErrorCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A table that grows row by row; columns may turn up late and be absent from rows. */
final class ValueTable {
  private final String source;
  private final Map<String, ValueCells> columns = new LinkedHashMap<>();
  private int rows;

  ValueTable(String source) {
    this.source = source;
  }

  /** Starts the next row. */
  void startRow() {
    rows++;
  }

  int rows() {
    return rows;
  }

  /** Returns the column that takes the next cell of the current row. */
  ValueCells cell(String name) {
    ValueCells column = columns.computeIfAbsent(name, ValueCells::new);
    if (column.size() >= rows) {
      throw new DataException(
          ErrorCode.DATA_COLUMN_DUPLICATE,
          "Row "
              + rows
              + " of the data ("
              + Shown.of(source)
              + ") has two values for ("
              + Shown.of(name)
              + "). Maybe remove one of them.");
    }
    column.fill(rows - 1);
    return column;
  }

  RawTable finish() {
    if (rows == 0 || columns.isEmpty()) {
      throw new DataException(
          ErrorCode.DATA_EMPTY,
          "The data ("
              + Shown.of(source)
              + ") has no "
              + (rows == 0 ? "rows" : "columns")
              + ". Maybe its filter lets nothing through.");
    }
    List<Column> finished = new ArrayList<>();
    for (ValueCells column : columns.values()) {
      column.fill(rows);
      finished.add(column.column());
    }
    return new RawTable(finished, List.of());
  }
}
