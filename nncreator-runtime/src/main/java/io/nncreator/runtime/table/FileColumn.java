// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.table;

import io.nncreator.api.data.CellText;
import io.nncreator.api.data.Column;
import io.nncreator.api.data.DateStyle;
import io.nncreator.runtime.bundle.ColumnSchema;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The cells of one column of a file, understood as training understands a column: numbers may be
 * written in a local way, and a few cells that are none count as missing. All cells are looked at
 * first, then they can be read. Not thread-safe.
 */
public final class FileColumn {
  /** The greatest share of cells that may be unreadable in a column of numbers. */
  public static final double MOST_UNREADABLE = 0.01;

  /** The least rows for which a share of unreadable cells means anything. */
  public static final int LEAST_ROWS = 20;

  private final ColumnSchema column;
  private final Set<LocalNumbers> possible = EnumSet.allOf(LocalNumbers.class);
  private final Set<LocalNumbers> certain = EnumSet.noneOf(LocalNumbers.class);
  private long rows;
  private long present;
  private long unreadable;

  /** Creates a column of which no cell is known. */
  public FileColumn(ColumnSchema column) {
    this.column = column;
  }

  /** Returns a column of texts in which all cells that can be understood are in plain writing. */
  // javac 17 does not read type annotations of generics and arrays from class files.
  @SuppressWarnings("NullAway")
  public static Column.Texts understood(ColumnSchema column, Column.Texts texts) {
    FileColumn cells = new FileColumn(column);
    for (@Nullable String cell : texts.cells()) {
      cells.look(cell);
    }
    @Nullable String[] read = new @Nullable String[texts.size()];
    for (int row = 0; row < read.length; row++) {
      read[row] = cells.read(texts.cells()[row]);
    }
    return new Column.Texts(texts.name(), read);
  }

  /** Looks at the next cell, as it stands in the file. */
  public void look(@Nullable String cell) {
    rows++;
    @Nullable String clean = CellText.clean(cell);
    if (clean == null) {
      return;
    }
    present++;
    switch (column.type()) {
      case NUMBER -> {
        unreadable += CellText.number(clean).isPresent() ? 0 : 1;
        possible.removeIf(way -> !way.writes(clean));
        for (LocalNumbers way : possible) {
          if (way.certain(clean)) {
            certain.add(way);
          }
        }
      }
      case TIMESTAMP -> unreadable += time(clean) ? 0 : 1;
      case BOOLEAN, CATEGORY -> {}
    }
  }

  /** Returns a cell in plain writing, null if it is missing, as it stands if it is not legal. */
  public @Nullable String read(@Nullable String cell) {
    @Nullable String clean = CellText.clean(cell);
    if (clean == null) {
      return null;
    }
    Optional<LocalNumbers> way = possible.stream().filter(certain::contains).findFirst();
    return switch (column.type()) {
      case NUMBER ->
          way.isPresent()
              ? way.get().plain(clean)
              : CellText.number(clean).isEmpty() && tolerable() ? null : clean;
      case TIMESTAMP -> !time(clean) && tolerable() ? null : clean;
      case BOOLEAN, CATEGORY -> clean;
    };
  }

  private boolean tolerable() {
    return switch (column.type()) {
      case NUMBER -> rows >= LEAST_ROWS && unreadable <= MOST_UNREADABLE * present;
      case TIMESTAMP -> present - unreadable >= DateStyle.LEAST_SHARE * present;
      case BOOLEAN, CATEGORY -> false;
    };
  }

  private boolean time(String cell) {
    @Nullable DateStyle style = column.dateStyle();
    return (style != null && style.parse(cell).isPresent())
        || DateStyle.YEAR_FIRST.parse(cell).isPresent();
  }
}
