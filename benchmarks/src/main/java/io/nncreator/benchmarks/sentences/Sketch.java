// SPDX-License-Identifier: Apache-2.0
package io.nncreator.benchmarks.sentences;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Makes rows from the description of a table; the same rows each time. */
final class Sketch {
  /** Most rows that are made. */
  static final int MOST_ROWS = 2000;

  private Sketch() {}

  /** Makes the rows that a description tells of. */
  static List<Map<String, Object>> rows(JsonNode data, String id) {
    long stated = data.path("rows").asLong();
    int rows = (int) Math.min(stated, MOST_ROWS);
    String kind = data.path("kind").asText();
    Random random = new Random(id.hashCode());
    Map<String, Object[]> columns = new LinkedHashMap<>();
    boolean pictures = !kind.equals("csv");
    if (kind.equals("image_folder")) {
      columns.put("file", SketchColumn.pictures(rows));
      pictures = false;
    }
    for (JsonNode column : data.path("columns")) {
      boolean picture = pictures && column.path("type").asText().equals("string");
      columns.put(
          column.path("name").asText(),
          picture
              ? SketchColumn.pictures(rows)
              : new SketchColumn(column, stated, rows, random).cells());
      pictures = pictures && !picture;
    }
    List<Map<String, Object>> made = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      Map<String, Object> cells = new LinkedHashMap<>();
      int place = row;
      columns.forEach((name, values) -> cells.put(name, values[place]));
      made.add(cells);
    }
    return made;
  }
}
