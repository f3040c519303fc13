// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.intake;

import io.nncreator.api.data.Column;
import io.nncreator.api.data.Finding;
import io.nncreator.runtime.table.Layout;
import io.nncreator.runtime.table.TableFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads delimited text of any usual dialect, encoding and typing in as few passes as can be. */
final class DelimitedReader {
  private final TableFile file;
  private final boolean asTexts;

  DelimitedReader(Path file, boolean asTexts) {
    this.file = new TableFile(file);
    this.asTexts = asTexts;
  }

  RawTable read() {
    return file.decode(this::parse);
  }

  private RawTable parse() throws IOException {
    Layout layout = file.layout();
    DatasetReader.requireDifferent(file.file().name(), layout.names());
    int width = layout.names().size();
    @Nullable Cells[] cells = new @Nullable Cells[width];
    Arrays.setAll(cells, i -> asTexts ? new TextCells() : new NumberCells(new NumberScanner()));
    read(layout, cells);

    Column[] columns = new Column[width];
    @Nullable Cells[] again = new @Nullable Cells[width];
    List<Finding> findings = new ArrayList<>();
    boolean complete = true;
    for (int i = 0; i < width; i++) {
      Optional<Column> column = column(layout.names().get(i), cells[i], findings);
      if (column.isPresent()) {
        columns[i] = column.get();
      } else {
        again[i] = new TextCells();
        complete = false;
      }
    }
    if (!complete) {
      read(layout, again);
      for (int i = 0; i < width; i++) {
        if (again[i] instanceof TextCells texts) {
          columns[i] = texts.column(layout.names().get(i));
        }
      }
    }
    return new RawTable(withoutEmptyEdge(layout, columns), findings);
  }

  /** Leaves out a last column without name and cells: delimiters at the ends of all lines. */
  private static List<Column> withoutEmptyEdge(Layout layout, Column[] columns) {
    int last = columns.length - 1;
    boolean edge = layout.unnamedEdge();
    for (int row = 0; edge && row < columns[last].size(); row++) {
      edge = columns[last].missing(row);
    }
    return List.of(columns).subList(0, edge ? last : columns.length);
  }

  private static Optional<Column> column(
      String name, @Nullable Cells cells, List<Finding> findings) {
    if (cells instanceof NumberCells number) {
      Optional<Column> column = number.column(name);
      number.finding(name).ifPresent(findings::add);
      return column;
    }
    return cells instanceof TextCells texts ? Optional.of(texts.column(name)) : Optional.empty();
  }

  private void read(Layout layout, @Nullable Cells[] cells) throws IOException {
    ColumnReading reading = new ColumnReading(cells);
    file.rows(layout, reading::row);
    reading.finish();
  }
}
