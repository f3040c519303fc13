// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.intake;

import io.nncreator.api.data.Column;
import io.nncreator.api.data.Finding;
import io.nncreator.core.internal.intake.sample.DrawnText;
import io.nncreator.core.internal.intake.sample.RowSample;
import io.nncreator.core.internal.intake.sample.RowSampler;
import io.nncreator.core.internal.intake.sample.Sampling;
import io.nncreator.runtime.table.Layout;
import io.nncreator.runtime.table.RecordScanner;
import io.nncreator.runtime.table.TableFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Reader;
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
  private final @Nullable Sampling sampling;

  private DelimitedReader(Path file, boolean asTexts, @Nullable Sampling sampling) {
    this.file = new TableFile(file);
    this.asTexts = asTexts;
    this.sampling = sampling;
  }

  /** Returns a reader of all rows that takes all cells for texts. */
  static DelimitedReader ofTexts(Path file) {
    return new DelimitedReader(file, true, null);
  }

  /** Returns a reader of all rows, or of a sample of those of a large table. */
  static DelimitedReader of(Path file, @Nullable Sampling sampling) {
    return new DelimitedReader(file, false, sampling);
  }

  RawTable read() {
    return file.decode(this::parse);
  }

  private RawTable parse() throws IOException {
    Layout layout = file.layout();
    DatasetReader.requireDifferent(file.file().name(), layout.names());
    int width = layout.names().size();
    Optional<DrawnText> drawn = drawn(layout);
    @Nullable RowSample sample = drawn.map(DrawnText::sample).orElse(null);
    @Nullable Cells[] cells = new @Nullable Cells[width];
    Arrays.setAll(cells, i -> asTexts ? new TextCells() : new NumberCells(new NumberScanner()));
    read(layout, drawn, cells);

    Column[] columns = new Column[width];
    @Nullable Cells[] again = new @Nullable Cells[width];
    List<Finding> findings = new ArrayList<>();
    if (sample != null) {
      findings.add(sample.finding());
    }
    boolean complete = true;
    for (int i = 0; i < width; i++) {
      Optional<Column> column = column(layout.names().get(i), cells[i], sample, findings);
      if (column.isPresent()) {
        columns[i] = column.get();
      } else {
        again[i] = new TextCells();
        complete = false;
      }
    }
    if (!complete) {
      read(layout, drawn, again);
      for (int i = 0; i < width; i++) {
        if (again[i] instanceof TextCells texts) {
          columns[i] = texts.column(layout.names().get(i));
        }
      }
    }
    return new RawTable(withoutEmptyEdge(layout, columns), findings, sample);
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
      String name, @Nullable Cells cells, @Nullable RowSample sample, List<Finding> findings) {
    if (cells instanceof NumberCells number) {
      Optional<Column> column = number.column(name);
      number.finding(name, sample).ifPresent(findings::add);
      return column;
    }
    return cells instanceof TextCells texts ? Optional.of(texts.column(name)) : Optional.empty();
  }

  private Optional<DrawnText> drawn(Layout layout) throws IOException {
    @Nullable Sampling wanted = sampling;
    return wanted == null
        ? Optional.empty()
        : new RowSampler(file.text(), layout, wanted.seed(), wanted.rows(layout.names().size()))
            .draw();
  }

  private void read(Layout layout, Optional<DrawnText> drawn, @Nullable Cells[] cells)
      throws IOException {
    try (ColumnReading reading = new ColumnReading(cells)) {
      if (drawn.isPresent()) {
        for (DrawnText.Piece piece : drawn.get().pieces()) {
          read(layout, piece, reading);
        }
      } else {
        file.rows(layout, reading::row);
      }
      reading.finish();
    }
  }

  private void read(Layout layout, DrawnText.Piece piece, ColumnReading reading)
      throws IOException {
    if (piece.plain()) {
      reading.plainRows(piece.bytes(), layout.dialect().delimiter());
      return;
    }
    try (Reader rows = file.text().decoded(new ByteArrayInputStream(piece.bytes()))) {
      RecordScanner scanner = new RecordScanner(rows, layout.dialect(), 1);
      while (scanner.next()) {
        reading.row(scanner);
      }
    }
  }
}
