// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.internal.rows;

import io.nncreator.api.data.Column;
import io.nncreator.api.data.Dataset;
import io.nncreator.runtime.bundle.ColumnSchema;
import io.nncreator.runtime.bundle.DataSchema;
import io.nncreator.runtime.table.Dialect;
import io.nncreator.runtime.table.FileColumn;
import io.nncreator.runtime.table.Layout;
import io.nncreator.runtime.table.RecordScanner;
import io.nncreator.runtime.table.TableFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A delimited text file of rows for a network, read in parts. Not thread-safe. */
public final class CsvTable {
  private static final int PART = 4096;
  private static final char[] DELIMITERS = {',', ';', '\t', '|'};

  private final TableFile file;
  private final List<ColumnSchema> wanted;
  private final ColumnNames names;
  private @Nullable FileColumn @Nullable [] understood;

  /**
   * Looks at the beginning of a file.
   *
   * @throws io.nncreator.api.error.DataException if it cannot be read, is empty or is not text
   */
  public CsvTable(Path path, DataSchema schema) {
    this.file = new TableFile(path);
    this.wanted = schema.columns();
    this.names = new ColumnNames(wanted.stream().map(ColumnSchema::name).toList());
  }

  /**
   * Does work that reads the table, once more if the first encoding turns out to be wrong.
   *
   * @throws io.nncreator.api.error.DataException if the text is malformed or cannot be read
   */
  public <T> T decode(TableFile.Work<T> work) {
    return file.decode(work);
  }

  /** Hands over all rows in their order, some thousands at a time; within {@link #decode}. */
  public void parts(Consumer<Dataset> work) throws IOException {
    Layout layout = layout();
    Part part = new Part(file.file().name(), layout.names(), understood);
    file.rows(
        layout,
        row -> {
          part.add(row);
          if (part.size() == PART) {
            work.accept(part.take());
          }
        });
    if (part.size() > 0) {
      work.accept(part.take());
    }
  }

  /**
   * Looks at all cells, so that local ways of writing numbers are understood, and a few cells that
   * cannot be read count as missing, as in training.
   */
  public void understand() {
    understood = file.decode(this::look);
  }

  private @Nullable FileColumn[] look() throws IOException {
    Layout layout = layout();
    @Nullable FileColumn[] columns = new @Nullable FileColumn[layout.names().size()];
    for (ColumnSchema column : wanted) {
      @Nullable String name = names.find(column.name(), layout.names());
      if (name != null) {
        columns[layout.names().indexOf(name)] = new FileColumn(column);
      }
    }
    file.rows(
        layout,
        row -> {
          for (int i = 0; i < columns.length; i++) {
            @Nullable FileColumn column = columns[i];
            if (column != null) {
              column.look(row.cell(i));
            }
          }
        });
    return columns;
  }

  /**
   * Takes the dialect whose first row names most columns of the network; else what it looks like.
   */
  private Layout layout() throws IOException {
    Layout sniffed = file.layout();
    List<Dialect> dialects = new ArrayList<>(List.of(sniffed.dialect()));
    for (char delimiter : DELIMITERS) {
      dialects.add(new Dialect(delimiter, '"', false));
    }
    Layout best = sniffed;
    long most = 0;
    for (Dialect dialect : dialects) {
      @Nullable Layout headed = file.headed(dialect);
      long matches = headed == null ? 0 : matches(headed);
      if (headed != null && matches > most) {
        best = headed;
        most = matches;
      }
    }
    return best;
  }

  private long matches(Layout layout) {
    return wanted.stream().filter(c -> names.find(c.name(), layout.names()) != null).count();
  }

  /** Rows being gathered, column by column. */
  private static final class Part {
    private final String source;
    private final List<String> names;
    private final @Nullable FileColumn @Nullable [] understood;
    private final List<@Nullable String[]> cells = new ArrayList<>();
    private int size;

    Part(String source, List<String> names, @Nullable FileColumn @Nullable [] understood) {
      this.source = source;
      this.names = names;
      this.understood = understood;
      names.forEach(name -> cells.add(new @Nullable String[PART]));
    }

    int size() {
      return size;
    }

    void add(RecordScanner row) {
      for (int i = 0; i < cells.size(); i++) {
        @Nullable FileColumn column = understood == null ? null : understood[i];
        @Nullable String[] filled = cells.get(i);
        filled[size] = column == null ? row.cell(i) : column.read(row.cell(i));
      }
      size++;
    }

    // javac 17 does not read type annotations of generics and arrays from class files.
    @SuppressWarnings("NullAway")
    Dataset take() {
      List<Column> columns = new ArrayList<>();
      for (int i = 0; i < cells.size(); i++) {
        columns.add(new Column.Texts(names.get(i), Arrays.copyOf(cells.get(i), size)));
      }
      size = 0;
      return new Dataset(source, columns);
    }
  }
}
