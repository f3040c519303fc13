// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.intake;

import io.nncreator.api.data.CellText;
import io.nncreator.api.data.Column;
import java.util.ArrayList;
import java.util.List;

/**
 * Where things are in a file of delimited text.
 *
 * @param dialect how cells and rows are told apart
 * @param skip characters before the first record
 * @param header whether the first record names the columns
 * @param names of the columns
 */
record Layout(Dialect dialect, int skip, boolean header, List<String> names) {

  /** Returns the layout of a file that starts with these records, of which there is one or more. */
  static Layout of(Dialect dialect, int skip, List<List<String>> records) {
    boolean header = new HeaderVote(records).header();
    List<String> first = records.get(0);
    List<String> names = new ArrayList<>();
    for (int i = 0; i < first.size(); i++) {
      String name = header ? CellText.trim(first.get(i)) : "";
      names.add(name.isEmpty() ? unnamed(i) : name);
    }
    return new Layout(dialect, skip, header, List.copyOf(names));
  }

  /** Leaves out a last column without name and cells: delimiters at the ends of all lines. */
  List<Column> withoutEmptyEdge(Column[] columns) {
    int last = columns.length - 1;
    boolean edge = last > 0 && header && names.get(last).equals(unnamed(last));
    for (int row = 0; edge && row < columns[last].size(); row++) {
      edge = columns[last].missing(row);
    }
    return List.of(columns).subList(0, edge ? last : columns.length);
  }

  /** Returns the name of a column that has none in the file: c1, c2 and so on. */
  private static String unnamed(int index) {
    return "c" + (index + 1);
  }
}
