// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.data;

import io.nncreator.api.error.DataException;
import io.nncreator.api.error.ErrorCode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A table in memory.
 *
 * @param name of its source
 * @param columns at least one, of equal length, with different names
 */
public record Dataset(String name, List<Column> columns) {
  /**
   * Checks names and lengths.
   *
   * @throws DataException if there is no column or a name stands twice
   */
  public Dataset {
    columns = List.copyOf(columns);
    if (columns.isEmpty()) {
      throw new DataException(ErrorCode.DATA_EMPTY, "The data (" + name + ") has no columns.");
    }
    Set<String> names = new HashSet<>();
    for (Column column : columns) {
      if (!names.add(column.name())) {
        throw new DataException(
            ErrorCode.DATA_COLUMN_DUPLICATE,
            "The data ("
                + name
                + ") has two columns named ("
                + column.name()
                + "). Maybe rename one of them.");
      }
      if (column.size() != columns.get(0).size()) {
        throw new IllegalArgumentException(
            "The column ("
                + column.name()
                + ") has "
                + column.size()
                + " rows, the first one "
                + columns.get(0).size()
                + ".");
      }
    }
  }

  /** Returns the number of rows. */
  public int rows() {
    return columns.get(0).size();
  }

  /** Returns the column names in order. */
  public List<String> names() {
    return columns.stream().map(Column::name).toList();
  }

  /**
   * Returns a column by its exact name.
   *
   * @throws DataException if there is none
   */
  public Column column(String column) {
    for (Column candidate : columns) {
      if (candidate.name().equals(column)) {
        return candidate;
      }
    }
    throw new DataException(
        ErrorCode.DATA_COLUMN_UNKNOWN,
        "The column ("
            + column
            + ") is not in the data ("
            + name
            + "). Its columns are "
            + names()
            + ".");
  }

  /** Returns chosen rows in their order. */
  public Dataset select(int[] rows) {
    List<Column> chosen = new ArrayList<>();
    columns.forEach(column -> chosen.add(column.select(rows)));
    return new Dataset(name, chosen);
  }
}
