// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.analysis;

import io.nncreator.api.data.Column;
import io.nncreator.api.data.Column.NumberType;
import io.nncreator.api.data.ColumnKind;
import io.nncreator.api.data.ColumnProfile;
import io.nncreator.api.data.ColumnProfile.Level;
import io.nncreator.api.data.ColumnProfile.NumberSummary;
import io.nncreator.api.data.DataProfile;
import io.nncreator.api.data.Dataset;
import io.nncreator.api.data.Finding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;

/** Builds small tables together with their profiles. */
final class TestTable {
  private final int rows;
  private final List<Column> columns = new ArrayList<>();
  private final List<ColumnProfile> profiles = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();
  private final Random random = new Random(7);

  TestTable(int rows) {
    this.rows = rows;
  }

  /** Classes with their shares in percent: {@code "no", 62, "yes", 38}. */
  TestTable classes(String name, Object... levelsAndShares) {
    String[] cells = new String[rows];
    int row = 0;
    for (int i = 0; i < levelsAndShares.length; i += 2) {
      int count = (int) Math.round(rows * ((Number) levelsAndShares[i + 1]).doubleValue() / 100);
      boolean last = i + 2 >= levelsAndShares.length;
      int end = last ? rows : Math.min(rows, row + count);
      Arrays.fill(cells, row, end, (String) levelsAndShares[i]);
      row = end;
    }
    return texts(name, ColumnKind.CATEGORY, cells);
  }

  /** Classes of equal shares. */
  TestTable evenClasses(String name, String... levels) {
    String[] cells = new String[rows];
    for (int i = 0; i < rows; i++) {
      cells[i] = levels[i % levels.length];
    }
    return texts(name, ColumnKind.CATEGORY, cells);
  }

  TestTable texts(String name, ColumnKind kind, String... cells) {
    columns.add(new Column.Texts(name, cells));
    List<Level> levels = new ArrayList<>();
    for (String value : Arrays.stream(cells).distinct().toList()) {
      levels.add(new Level(value, Arrays.stream(cells).filter(value::equals).count()));
    }
    levels.sort((a, b) -> Long.compare(b.count(), a.count()));
    profiles.add(new ColumnProfile(name, kind, "texts", 0, levels.size(), null, levels));
    return this;
  }

  TestTable freeText(String name) {
    String[] cells = new String[rows];
    for (int i = 0; i < rows; i++) {
      cells[i] = "A sentence of many words that says something about number " + i;
    }
    return texts(name, ColumnKind.TEXT, cells);
  }

  TestTable names(String name, String prefix) {
    String[] cells = new String[rows];
    for (int i = 0; i < rows; i++) {
      cells[i] = prefix + i;
    }
    return texts(name, ColumnKind.IDENTIFIER, cells);
  }

  TestTable real(String name, double low, double high) {
    return numbers(
        name, ColumnKind.NUMBER, NumberType.REAL, i -> low + (high - low) * random.nextDouble());
  }

  TestTable reals(String... names) {
    for (String name : names) {
      real(name, -3, 9);
    }
    return this;
  }

  /** Positive numbers with a long tail. */
  TestTable skewed(String name, double scale) {
    return numbers(
        name,
        ColumnKind.NUMBER,
        NumberType.REAL,
        i -> scale * Math.exp(0.9 * random.nextGaussian()));
  }

  TestTable whole(String name, int low, int high) {
    return numbers(
        name, ColumnKind.NUMBER, NumberType.INTEGER, i -> low + random.nextInt(high - low + 1));
  }

  TestTable truths(String... names) {
    for (String name : names) {
      numbers(name, ColumnKind.BOOLEAN, NumberType.BOOLEAN, i -> random.nextInt(2));
    }
    return this;
  }

  TestTable dates(String name) {
    return numbers(name, ColumnKind.DATE_TIME, NumberType.TIMESTAMP, i -> i * 86400.0);
  }

  TestTable constant(String name) {
    return numbers(name, ColumnKind.CONSTANT, NumberType.REAL, i -> 1);
  }

  TestTable numberId(String name) {
    return numbers(name, ColumnKind.IDENTIFIER, NumberType.INTEGER, i -> i + 1);
  }

  TestTable finding(Finding.Kind kind, String column, String reason) {
    findings.add(new Finding(kind, column, reason));
    return this;
  }

  TestTable numbers(String name, ColumnKind kind, NumberType type, IntToDoubleFunction cell) {
    double[] cells = new double[rows];
    for (int i = 0; i < rows; i++) {
      cells[i] = cell.applyAsDouble(i);
    }
    columns.add(new Column.Numbers(name, type, cells));
    double[] sorted = cells.clone();
    Arrays.sort(sorted);
    double mean = Arrays.stream(cells).average().orElse(0);
    double variance = Arrays.stream(cells).map(x -> (x - mean) * (x - mean)).average().orElse(0);
    double deviation = Math.sqrt(variance);
    double third = Arrays.stream(cells).map(x -> Math.pow(x - mean, 3)).average().orElse(0);
    NumberSummary summary =
        new NumberSummary(
            sorted[0],
            sorted[rows / 4],
            sorted[rows / 2],
            sorted[3 * rows / 4],
            sorted[rows - 1],
            mean,
            deviation,
            deviation > 0 ? third / Math.pow(deviation, 3) : 0);
    long distinct = Arrays.stream(cells).distinct().count();
    List<Level> levels =
        kind == ColumnKind.BOOLEAN
            ? List.of(new Level("true", rows / 2), new Level("false", rows - rows / 2))
            : List.of();
    profiles.add(new ColumnProfile(name, kind, "numbers", 0, distinct, summary, levels));
    return this;
  }

  Dataset data() {
    return new Dataset("test.csv", columns);
  }

  DataProfile profile() {
    return new DataProfile(rows, profiles, 0, findings);
  }
}
