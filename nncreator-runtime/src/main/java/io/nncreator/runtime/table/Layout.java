// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.table;

import io.nncreator.api.data.CellText;
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
public record Layout(Dialect dialect, int skip, boolean header, List<String> names) {

  /** Returns the layout of a file that starts with these records, of which there is one or more. */
  public static Layout of(Dialect dialect, int skip, List<List<String>> records) {
    return of(dialect, skip, records, new HeaderVote(records).header());
  }

  static Layout of(Dialect dialect, int skip, List<List<String>> records, boolean header) {
    List<String> first = records.get(0);
    List<String> names = new ArrayList<>();
    for (int i = 0; i < first.size(); i++) {
      String name = header ? CellText.trim(first.get(i)) : "";
      names.add(name.isEmpty() ? unnamed(i) : name);
    }
    return new Layout(dialect, skip, header, List.copyOf(names));
  }

  /** Returns whether the last column has no name in the header: delimiters may end all lines. */
  public boolean unnamedEdge() {
    int last = names.size() - 1;
    return last > 0 && header && names.get(last).equals(unnamed(last));
  }

  /** Returns the name of a column that has none in the file: c1, c2 and so on. */
  private static String unnamed(int index) {
    return "c" + (index + 1);
  }
}
