// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.internal.rows;

import io.nncreator.api.data.Column;
import io.nncreator.api.data.Column.NumberType;
import io.nncreator.api.data.Dataset;
import io.nncreator.api.error.PredictionException;
import io.nncreator.runtime.bundle.ColumnSchema;
import io.nncreator.runtime.bundle.DataSchema;
import io.nncreator.runtime.pipeline.ColumnCells;
import io.nncreator.runtime.pipeline.FeaturePipeline;
import io.nncreator.runtime.pipeline.RawColumn;
import io.nncreator.runtime.pipeline.RawRows;
import io.nncreator.runtime.pipeline.RawType;
import io.nncreator.runtime.pipeline.TextCodes;
import io.nncreator.runtime.pipeline.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes rows of maps or tables ready for a model. Immutable, thread-safe. */
public final class RowReader {
  private final List<CellReader> columns = new ArrayList<>();
  private final ColumnNames names;

  /** Takes the columns of a network and the texts that its pipeline knows. */
  public RowReader(DataSchema schema, FeaturePipeline pipeline) {
    List<String> numbers = names(pipeline.numberColumns());
    List<String> texts = names(pipeline.categoryColumns());
    for (ColumnSchema column : schema.columns()) {
      boolean category = column.type() == RawType.CATEGORY;
      columns.add(
          new CellReader(
              column,
              category ? levels(pipeline.textCodes(column.name())) : Set.of(),
              (category ? texts : numbers).indexOf(column.name())));
    }
    this.names = new ColumnNames(schema.columns().stream().map(ColumnSchema::name).toList());
  }

  /** Returns the known texts of a category; empty where any text will do. */
  private static Set<String> levels(TextCodes codes) {
    return codes instanceof Vocabulary vocabulary ? Set.copyOf(vocabulary.levels()) : Set.of();
  }

  private static List<String> names(List<RawColumn> columns) {
    return columns.stream().map(RawColumn::name).toList();
  }

  List<CellReader> columns() {
    return columns;
  }

  /**
   * Reads rows of maps.
   *
   * @throws PredictionException naming the column, the row (from 1) and the rule
   */
  public RawRows read(List<? extends Map<String, ?>> rows) {
    RawRowsBuilder raw = new RawRowsBuilder(columns, rows.size());
    for (int row = 0; row < rows.size(); row++) {
      Map<String, ?> cells = rows.get(row);
      for (int c = 0; c < columns.size(); c++) {
        String name = columns.get(c).column().name();
        Object cell = cells.get(name);
        if (cell == null && !cells.containsKey(name)) {
          cell = cells.get(names.require(name, cells.keySet(), "row " + (row + 1)));
        }
        raw.set(c, row, cell, row + 1);
      }
    }
    return raw.build();
  }

  /** Looks at all cells of rows of maps and tells each problem, until the listener has enough. */
  public void check(List<? extends Map<String, ?>> rows, ProblemListener listener) {
    for (int row = 0; row < rows.size(); row++) {
      for (CellReader column : columns) {
        try {
          check(column, rows.get(row), row + 1);
        } catch (PredictionException e) {
          if (!listener.found(row + 1, column.column().name(), e)) {
            return;
          }
        }
      }
    }
  }

  private void check(CellReader column, Map<String, ?> cells, int row) {
    Object cell = cells.get(names.require(column.column().name(), cells.keySet(), "row " + row));
    if (column.column().type() == RawType.CATEGORY) {
      column.text(cell, row);
    } else {
      column.number(cell, row);
    }
  }

  /** Hears of cells that cannot be read. */
  @FunctionalInterface
  public interface ProblemListener {
    /**
     * Takes a problem.
     *
     * @param row from 1
     * @return whether it wants to hear of more
     */
    boolean found(int row, String column, PredictionException problem);
  }

  /** Reads a table. */
  public RawRows read(Dataset data) {
    return read(data, 1);
  }

  /**
   * Reads a table that is a part of a larger one.
   *
   * @param firstRow number of its first row, from 1, for messages
   * @throws PredictionException naming the column, the row and the rule
   */
  public RawRows read(Dataset data, long firstRow) {
    List<String> given = data.names();
    RawRowsBuilder raw = new RawRowsBuilder(columns, data.rows());
    for (int c = 0; c < columns.size(); c++) {
      ColumnSchema wanted = columns.get(c).column();
      Column column =
          data.column(names.require(wanted.name(), given, "the table (" + data.name() + ")"));
      if (column instanceof Column.Numbers numbers) {
        readNumbers(raw, c, wanted, numbers, firstRow);
      } else {
        @Nullable String[] cells = ((Column.Texts) column).cells();
        for (int row = 0; row < cells.length; row++) {
          raw.set(c, row, cells[row], firstRow + row);
        }
      }
    }
    return raw.build();
  }

  private static void readNumbers(
      RawRowsBuilder raw, int index, ColumnSchema wanted, Column.Numbers column, long firstRow) {
    double[] cells = column.cells();
    boolean time = column.type() == NumberType.TIMESTAMP;
    if (wanted.type() == RawType.NUMBER && !time || wanted.type() == RawType.TIMESTAMP && time) {
      raw.set(index, cells);
      return;
    }
    for (int row = 0; row < cells.length; row++) {
      Object cell = Double.isNaN(cells[row]) ? null : cells[row];
      if (wanted.type() == RawType.CATEGORY) {
        cell = ColumnCells.text(column.type(), cells[row]);
      } else if (cell != null && time) {
        cell = Moments.text(cells[row]);
      }
      raw.set(index, row, cell, firstRow + row);
    }
  }
}
