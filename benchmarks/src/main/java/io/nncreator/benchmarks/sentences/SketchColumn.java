// SPDX-License-Identifier: Apache-2.0
package io.nncreator.benchmarks.sentences;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Makes the cells of one described column. */
final class SketchColumn {
  private static final int WORDS = 9;
  private static final int VOCABULARY = 400;

  private final JsonNode column;
  private final long stated;
  private final int rows;
  private final Random random;

  SketchColumn(JsonNode column, long stated, int rows, Random random) {
    this.column = column;
    this.stated = stated;
    this.rows = rows;
    this.random = random;
  }

  static Object[] pictures(int rows) {
    Object[] cells = new Object[rows];
    for (int row = 0; row < rows; row++) {
      cells[row] = String.format(Locale.ROOT, "img_%05d.jpg", row);
    }
    return cells;
  }

  Object[] cells() {
    if (column.has("classes")) {
      return classes();
    }
    return switch (column.path("type").asText()) {
      case "int" -> whole();
      case "float" -> fractions();
      case "date" -> dates();
      case "text" -> texts();
      default -> words();
    };
  }

  private boolean unique() {
    return column.has("unique") && column.get("unique").asLong() == stated;
  }

  /** Different values in the rows that are made: of the same density as in those stated. */
  private int different() {
    if (!column.has("unique")) {
      return rows;
    }
    long all = column.get("unique").asLong();
    double dense = (double) all * rows / stated;
    return (int) Math.max(2, Math.max(dense, Math.min(all, rows / 20)));
  }

  private Object[] classes() {
    boolean numbers = column.path("type").asText().matches("int|float");
    List<String> names = new ArrayList<>();
    List<Double> shares = new ArrayList<>();
    column
        .get("classes")
        .fields()
        .forEachRemaining(
            entry -> {
              names.add(entry.getKey());
              shares.add(entry.getValue().asDouble());
            });
    Object[] cells = new Object[rows];
    for (int row = 0; row < rows; row++) {
      // Each class stands in the first rows at least three times, however rare it is.
      int drawn = row < 3 * names.size() ? row % names.size() : draw(shares);
      cells[row] = numbers ? (Object) Long.valueOf(names.get(drawn)) : names.get(drawn);
    }
    return cells;
  }

  private int draw(List<Double> shares) {
    double left = random.nextDouble() * shares.stream().mapToDouble(Double::doubleValue).sum();
    for (int i = 0; i < shares.size(); i++) {
      left -= shares.get(i);
      if (left < 0) {
        return i;
      }
    }
    return shares.size() - 1;
  }

  private Object[] whole() {
    long min = column.path("min").asLong(0);
    long max = column.path("max").asLong(1000);
    Object[] cells = new Object[rows];
    boolean single = unique();
    long step = single ? Math.max(1, (max - min) / Math.max(1, stated - 1)) : 1;
    int pool = different();
    double width = (max - min + 1.0) / pool;
    for (int row = 0; row < rows; row++) {
      cells[row] =
          single
              ? Long.valueOf(min + step * row)
              : column.has("unique")
                  ? Long.valueOf(min + (long) (random.nextInt(pool) * width))
                  : Long.valueOf(min + (long) (random.nextDouble() * (max - min + 1)));
    }
    return cells;
  }

  private Object[] fractions() {
    double min = column.path("min").asDouble(0);
    double max = column.path("max").asDouble(1);
    Object[] cells = new Object[rows];
    for (int row = 0; row < rows; row++) {
      cells[row] = Math.round((min + random.nextDouble() * (max - min)) * 1e4) / 1e4;
    }
    return cells;
  }

  private Object[] dates() {
    boolean times = column.path("min").asText().contains("T");
    LocalDateTime first = time(column.path("min").asText());
    LocalDateTime last = time(column.path("max").asText());
    long seconds = Duration.between(first, last).toSeconds();
    Object[] cells = new Object[rows];
    for (int row = 0; row < rows; row++) {
      double share = unique() ? row / Math.max(1.0, stated - 1) : random.nextDouble();
      LocalDateTime moment = first.plusSeconds(Math.round(share * seconds));
      cells[row] = times ? (Object) moment : moment.plusHours(12).toLocalDate();
    }
    return cells;
  }

  private static LocalDateTime time(String text) {
    return text.contains("T")
        ? LocalDateTime.parse(text)
        : LocalDate.parse(text).atTime(LocalTime.MIDNIGHT);
  }

  private Object[] texts() {
    Object[] cells = new Object[rows];
    for (int row = 0; row < rows; row++) {
      List<String> words = new ArrayList<>();
      for (int i = 0; i < WORDS; i++) {
        words.add("word" + Integer.toString(random.nextInt(VOCABULARY), 36));
      }
      cells[row] = String.join(" ", words);
    }
    return cells;
  }

  private Object[] words() {
    int pool = different();
    Object[] cells = new Object[rows];
    for (int row = 0; row < rows; row++) {
      int number = unique() ? row : random.nextInt(pool);
      cells[row] = "v" + Integer.toString(number * 7919 + 1_000_000, 36);
    }
    return cells;
  }
}
