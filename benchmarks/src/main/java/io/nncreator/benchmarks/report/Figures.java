// SPDX-License-Identifier: Apache-2.0
package io.nncreator.benchmarks.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a benchmark has measured: a table whose rows have named figures. Not thread-safe. */
public final class Figures {
  private final String title;
  private final List<Map<String, Object>> rows = new ArrayList<>();

  /** Creates an empty table. */
  public Figures(String title) {
    this.title = title;
  }

  /** Begins a row. */
  public Figures row() {
    rows.add(new LinkedHashMap<>());
    return this;
  }

  /** Adds a figure to the row. */
  public Figures put(String name, Object value) {
    rows.get(rows.size() - 1).put(name, value);
    return this;
  }

  /** Prints a Markdown table with the machine, or one JSON object. */
  public void print(boolean json) {
    System.out.println(json ? json() : markdown());
  }

  private String json() {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("benchmark", title);
    all.put("machine", Machine.describe());
    all.put("figures", rows);
    try {
      return new ObjectMapper().writeValueAsString(all);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private String markdown() {
    StringBuilder text = new StringBuilder();
    text.append(title).append("; ").append(Machine.describe()).append("\n\n");
    if (!rows.isEmpty()) {
      List<String> names = List.copyOf(rows.get(0).keySet());
      text.append("| ").append(String.join(" | ", names)).append(" |\n");
      text.append("|---".repeat(names.size())).append("|\n");
      for (Map<String, Object> row : rows) {
        names.forEach(name -> text.append("| ").append(cell(row.get(name))).append(' '));
        text.append("|\n");
      }
    }
    return text.toString();
  }

  private static String cell(@Nullable Object value) {
    if (value instanceof Double number) {
      return String.format(Locale.ROOT, Math.abs(number) < 1 ? "%.4f" : "%.2f", number);
    }
    return value == null ? "" : value.toString();
  }
}
