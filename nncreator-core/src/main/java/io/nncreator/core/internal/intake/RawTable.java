// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.intake;

import io.nncreator.api.data.Column;
import io.nncreator.api.data.Dataset;
import io.nncreator.api.data.DateStyle;
import io.nncreator.api.data.Finding;
import io.nncreator.core.internal.intake.sample.RowSample;
import io.nncreator.runtime.table.LocalNumbers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Columns as a source gave them, before texts are understood.
 *
 * @param columns at least one
 * @param findings cells that could not be read
 * @param sample which rows of a larger table these are, or null if they are all
 */
record RawTable(List<Column> columns, List<Finding> findings, @Nullable RowSample sample) {
  /** Creates a table of all rows. */
  RawTable(List<Column> columns, List<Finding> findings) {
    this(columns, findings, null);
  }

  /** Returns the table with every column of the type that its cells have. */
  ReadTable typed(String name, TextTyping typing) {
    List<Column> typed = new ArrayList<>();
    Map<String, DateStyle> styles = new LinkedHashMap<>();
    Map<String, LocalNumbers> ways = new LinkedHashMap<>();
    List<Finding> found = new ArrayList<>(findings);
    for (Column column : columns) {
      if (!(column instanceof Column.Texts texts)) {
        typed.add(column);
        continue;
      }
      TextTyping.Typed result = typing.type(texts);
      typed.add(result.column());
      @Nullable DateStyle style = result.dateStyle();
      if (style != null) {
        styles.put(column.name(), style);
      }
      @Nullable LocalNumbers way = result.localNumbers();
      if (way != null) {
        ways.put(column.name(), way);
      }
      if (result.unreadable() > 0) {
        found.add(
            new Finding(
                Finding.Kind.UNREADABLE_CELLS,
                column.name(),
                result.unreadable() + " cells are no dates; they count as missing."));
      }
    }
    return new ReadTable(new Dataset(name, typed), styles, ways, found, sample);
  }

  /** Returns the table as texts. */
  Dataset texts(String name, TextTyping typing) {
    List<Column> texts = new ArrayList<>();
    for (Column column : columns) {
      texts.add(
          column instanceof Column.Texts text
              ? typing.plain(text)
              : CellWriter.write((Column.Numbers) column));
    }
    return new Dataset(name, texts);
  }
}
