// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.nncreator.api.data.Column;
import io.nncreator.api.data.Column.NumberType;
import io.nncreator.api.data.ColumnKind;
import io.nncreator.api.data.ColumnProfile;
import io.nncreator.api.data.ColumnProfile.Level;
import io.nncreator.api.data.DataProfile;
import io.nncreator.api.data.Dataset;
import io.nncreator.api.data.DateStyle;
import io.nncreator.api.data.Finding;
import io.nncreator.core.internal.intake.ReadTable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A profiler of tables")
class DataProfilerTest {
  private static final int ROWS = 200;

  private final DataProfiler profiler = new DataProfiler();

  @Test
  @DisplayName("takes numbers for quantities and says which")
  void numbers() {
    ColumnProfile real = profile(numbers("height", NumberType.REAL, row -> row / 10.0));
    ColumnProfile codes = profile(numbers("grade", NumberType.INTEGER, row -> row % 5));

    assertThat(real.kind()).isEqualTo(ColumnKind.NUMBER);
    assertThat(real.reason()).isEqualTo("Numbers from 0 to 19.9, 200 of them different.");
    assertThat(real.levels()).isEmpty();
    assertThat(codes.kind()).isEqualTo(ColumnKind.NUMBER);
    assertThat(codes.reason()).contains("5 of them different", "write them as texts");
  }

  @Test
  @DisplayName("summarises numbers")
  void summary() {
    ColumnProfile profile =
        profile(new Column.Numbers("x", NumberType.REAL, new double[] {4, Double.NaN, 1, 2, 10}));

    assertThat(profile.missing()).isEqualTo(1);
    assertThat(profile.distinct()).isEqualTo(4);
    assertThat(profile.numbers())
        .satisfies(
            numbers -> {
              assertThat(numbers.quarter()).isEqualTo(1.75);
              assertThat(numbers.median()).isEqualTo(3);
              assertThat(numbers.threeQuarters()).isEqualTo(5.5);
              assertThat(numbers.mean()).isCloseTo(4.25, within(1e-12));
              assertThat(numbers.deviation()).isCloseTo(4.031129, within(1e-6));
              assertThat(numbers.skewness()).isCloseTo(0.848321, within(1e-5));
            });
  }

  @Test
  @DisplayName("summarises the largest numbers without overflow")
  void largest() {
    ColumnProfile profile =
        profile(new Column.Numbers("x", NumberType.REAL, new double[] {1e300, -1.7e308, 1.7e308}));

    assertThat(profile.numbers())
        .satisfies(
            numbers -> {
              assertThat(numbers.mean()).isFinite();
              assertThat(numbers.deviation()).isFinite();
              assertThat(numbers.skewness()).isFinite();
              assertThat(numbers.quarter()).isFinite();
            });
  }

  @Test
  @DisplayName("recognises what names rows")
  void identifiers() {
    assertThat(profile(numbers("n", NumberType.INTEGER, row -> row + 1)).kind())
        .isEqualTo(ColumnKind.IDENTIFIER);
    assertThat(profile(numbers("orderId", NumberType.INTEGER, row -> row * 17 % 100_003)).kind())
        .isEqualTo(ColumnKind.IDENTIFIER);
    assertThat(profile(texts("passenger_id", row -> "P " + row)).kind())
        .isEqualTo(ColumnKind.IDENTIFIER);
    assertThat(profile(texts("key", row -> new UUID(row * 31L, row).toString())).reason())
        .contains("UUID");
    assertThat(profile(texts("plate", row -> "B-" + row * 7)).reason()).contains("one word");
  }

  @Test
  @DisplayName("does not take quantities, years or small tables for names of rows")
  void noIdentifiers() {
    assertThat(profile(numbers("price", NumberType.INTEGER, row -> row * 17)).kind())
        .isEqualTo(ColumnKind.NUMBER);
    assertThat(profile(numbers("year", NumberType.INTEGER, row -> 1800 + row)).kind())
        .isEqualTo(ColumnKind.NUMBER);
    assertThat(profile(numbers("humid", NumberType.INTEGER, row -> row * 3)).kind())
        .isEqualTo(ColumnKind.NUMBER);
    assertThat(profile(new Column.Texts("name", new String[] {"a", "b", "c"})).kind())
        .isEqualTo(ColumnKind.CATEGORY);
  }

  @Test
  @DisplayName("tells categories from free text")
  void texts() {
    ColumnProfile category = profile(texts("colour", row -> row % 3 == 0 ? "red" : "dark blue"));
    ColumnProfile text =
        profile(texts("review", row -> "the film number " + row + " was not so good"));
    ColumnProfile answer = profile(texts("answer", row -> "I do not agree with it " + (row % 4)));

    assertThat(category.kind()).isEqualTo(ColumnKind.CATEGORY);
    assertThat(category.levels())
        .containsExactly(new Level("dark blue", 133), new Level("red", 67));
    assertThat(text.kind()).isEqualTo(ColumnKind.TEXT);
    assertThat(text.levels()).isEmpty();
    assertThat(answer.kind()).isEqualTo(ColumnKind.CATEGORY);
  }

  @Test
  @DisplayName("finds columns without information, but not those where missing is one")
  void constants() {
    assertThat(profile(texts("a", row -> "x")).kind()).isEqualTo(ColumnKind.CONSTANT);
    assertThat(profile(texts("a", row -> null)).kind()).isEqualTo(ColumnKind.CONSTANT);
    assertThat(profile(numbers("a", NumberType.REAL, row -> 7)).reason())
        .isEqualTo("Every cell is 7.");
    assertThat(profile(texts("a", row -> row % 2 == 0 ? "x" : null)).kind())
        .isEqualTo(ColumnKind.CATEGORY);
  }

  @Test
  @DisplayName("keeps the style of dates")
  void dates() {
    Column dates = numbers("day", NumberType.TIMESTAMP, row -> 86_400.0 * row);
    ReadTable table =
        new ReadTable(
            new Dataset("t", List.of(dates)), Map.of("day", DateStyle.DAY_FIRST), List.of());

    DataProfile profile = profiler.profile(table);

    assertThat(profile.columns().get(0).kind()).isEqualTo(ColumnKind.DATE_TIME);
    assertThat(profile.columns().get(0).dateStyle()).isEqualTo(DateStyle.DAY_FIRST);
    assertThat(profile.columns().get(0).reason())
        .isEqualTo(
            "Points in time from 1970-01-01T00:00 to 1970-07-19T00:00, written with the day"
                + " first.");
    assertThat(kinds(profile)).contains(Finding.Kind.TIME_HINT);
  }

  @Test
  @DisplayName("counts rows that stand more than once, in all columns")
  void duplicates() {
    Dataset dataset =
        new Dataset(
            "t",
            List.of(
                numbers("a", NumberType.REAL, row -> row % 50 == 0 ? Double.NaN : row % 50),
                texts("b", row -> row % 100 == 7 ? null : "x" + row % 25)));

    assertThat(profiler.profile(dataset).duplicateRows()).isEqualTo(149);
    assertThat(kinds(profiler.profile(dataset))).contains(Finding.Kind.DUPLICATE_ROWS);
  }

  @Test
  @DisplayName("finds what a person should look at, with numbers")
  void findings() {
    Dataset dataset =
        new Dataset(
            "t",
            List.of(
                numbers("income", NumberType.REAL, row -> row == 9 ? 1e6 : row % 40),
                numbers("age", NumberType.REAL, row -> row % 5 == 0 ? Double.NaN : row % 7),
                texts("customer_id", row -> "c" + row % 60),
                texts("town", row -> "town " + row % 80),
                texts("same", row -> "x")));

    DataProfile profile = profiler.profile(dataset);

    assertThat(profile.findings())
        .extracting(finding -> finding.kind() + " " + finding.column())
        .containsExactlyInAnyOrder(
            "HEAVY_TAIL income",
            "MISSING_CELLS age",
            "LEFT_OUT customer_id",
            "GROUP_HINT customer_id",
            "MANY_LEVELS town",
            "LEFT_OUT same");
    assertThat(profile.findings())
        .anySatisfy(
            finding ->
                assertThat(finding.reason()).isEqualTo("40 of 200 (20 %) cells are missing."));
  }

  @Test
  @DisplayName("shows no hidden characters in its reasons")
  void hidden() {
    ColumnProfile profile = profile(texts("a", row -> "x\n\u202E" + row % 2));

    assertThat(profile.reason()).doesNotContain("\n").doesNotContain("\u202E");
  }

  private ColumnProfile profile(Column column) {
    return profiler.profile(new Dataset("t", List.of(column))).columns().get(0);
  }

  private static List<Finding.Kind> kinds(DataProfile profile) {
    return profile.findings().stream().map(Finding::kind).toList();
  }

  static Column numbers(String name, NumberType type, IntToDoubleFunction cell) {
    return new Column.Numbers(name, type, IntStream.range(0, ROWS).mapToDouble(cell).toArray());
  }

  static Column texts(String name, IntFunction<@Nullable String> cell) {
    @Nullable String[] cells = new @Nullable String[ROWS];
    for (int row = 0; row < ROWS; row++) {
      cells[row] = cell.apply(row);
    }
    return new Column.Texts(name, Arrays.copyOf(cells, ROWS));
  }
}
