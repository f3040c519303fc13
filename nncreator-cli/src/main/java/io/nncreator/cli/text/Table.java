// SPDX-License-Identifier: Apache-2.0
package io.nncreator.cli.text;

import java.util.ArrayList;
import java.util.List;

/** Rows of texts whose columns are aligned. Cells are made safe to show. Not thread-safe. */
public final class Table {
  private static final String GAP = "  ";

  private final List<List<String>> rows = new ArrayList<>();

  /** Adds a row. */
  public Table row(String... cells) {
    rows.add(List.of(cells).stream().map(Display::safe).toList());
    return this;
  }

  /** Returns the aligned lines, each begun with a gap. */
  public List<String> lines() {
    List<Integer> widths = new ArrayList<>();
    for (List<String> row : rows) {
      for (int i = 0; i < row.size(); i++) {
        if (i == widths.size()) {
          widths.add(0);
        }
        // The last cell of a row needs no room for a next one.
        if (i < row.size() - 1) {
          widths.set(i, Math.max(widths.get(i), row.get(i).length()));
        }
      }
    }
    return rows.stream().map(row -> line(row, widths)).toList();
  }

  private static String line(List<String> row, List<Integer> widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < row.size(); i++) {
      line.append(GAP).append(row.get(i));
      if (i < row.size() - 1) {
        line.append(" ".repeat(Math.max(0, widths.get(i) - row.get(i).length())));
      }
    }
    return line.toString().stripTrailing();
  }
}
