// SPDX-License-Identifier: Apache-2.0
package io.nncreator.benchmarks.quality;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A comma-separated file, its records kept as they are written.
 *
 * @param header first record
 * @param records all others
 */
record CsvFile(String header, List<String> records) {
  static CsvFile read(Path file) throws IOException {
    String text = Files.readString(file);
    List<String> records = new ArrayList<>();
    boolean quoted = false;
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == '\n' && !quoted) {
        records.add(text.substring(start, i).stripTrailing());
        start = i + 1;
      }
    }
    if (start < text.length()) {
      records.add(text.substring(start));
    }
    return new CsvFile(records.get(0), List.copyOf(records.subList(1, records.size())));
  }

  /** Writes chosen records under the header. */
  void write(Path file, List<Integer> rows) throws IOException {
    StringBuilder text = new StringBuilder(header).append('\n');
    rows.forEach(row -> text.append(records.get(row)).append('\n'));
    Files.writeString(file, text);
  }

  /** Returns the cells of a column, from the first record on. */
  List<String> column(String name) {
    int index = cells(header).indexOf(name);
    return records.stream().map(record -> cells(record).get(index)).toList();
  }

  /** Returns the cells of a record, without the quotes around them. */
  static List<String> cells(String record) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < record.length(); i++) {
      char c = record.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString());
    return cells;
  }
}
