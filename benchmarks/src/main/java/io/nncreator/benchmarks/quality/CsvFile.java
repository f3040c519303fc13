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

  /** Returns the cells of a record; only for files without quoted commas. */
  static List<String> cells(String record) {
    return List.of(record.split(",", -1));
  }
}
