// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.nncreator.api.data.Column;
import io.nncreator.api.data.Column.NumberType;
import io.nncreator.api.data.ColumnKind;
import io.nncreator.api.data.ColumnProfile;
import io.nncreator.api.data.DataProfile;
import io.nncreator.api.data.Dataset;
import io.nncreator.api.data.Finding;
import io.nncreator.core.internal.intake.ReadTable;
import io.nncreator.core.internal.intake.sample.RowSample;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The profile of a sample")
class SampledProfileTest {
  private static final int ROWS = 200_000;
  private static final double SHARE = 0.1;

  private final SplittableRandom random = new SplittableRandom(11);

  @Test
  @DisplayName("states what the whole table holds")
  void estimatesTheWhole() {
    DataProfile profile =
        profile(
            numbers("position", row -> row + 1),
            numbers("customer_id", row -> 17 * (row / 10)),
            numbers("amount", row -> row % 5 == 0 ? Double.NaN : row % 700),
            texts("word", row -> "w" + row % 3),
            texts("key", row -> "k" + row));

    assertThat(profile.rows()).isEqualTo(ROWS);
    assertThat(profile.duplicateRows()).isZero();
    assertThat(column(profile, "position").kind()).isEqualTo(ColumnKind.IDENTIFIER);
    assertThat(column(profile, "position").reason()).contains("from 1 on");
    ColumnProfile customer = column(profile, "customer_id");
    assertThat(customer.kind()).isEqualTo(ColumnKind.IDENTIFIER);
    assertThat(customer.distinct()).isCloseTo(ROWS / 10, Percentage.withPercentage(3));
    ColumnProfile amount = column(profile, "amount");
    assertThat(amount.missing()).isCloseTo(ROWS / 5, Percentage.withPercentage(3));
    assertThat(amount.distinct()).isCloseTo(560, within(1L));
    ColumnProfile word = column(profile, "word");
    assertThat(word.distinct()).isEqualTo(3);
    assertThat(word.levels().get(0).count()).isCloseTo(ROWS / 3, Percentage.withPercentage(3));
    assertThat(column(profile, "key").kind()).isEqualTo(ColumnKind.IDENTIFIER);
    assertThat(column(profile, "key").distinct()).isEqualTo(ROWS);
    assertThat(profile.findings())
        .filteredOn(finding -> finding.kind() == Finding.Kind.GROUP_HINT)
        .extracting(Finding::column)
        .containsExactly("customer_id");
  }

  @Test
  @DisplayName("estimates how many rows stand again")
  void estimatesDuplicates() {
    DataProfile profile = profile(numbers("a", row -> row / 2), texts("b", row -> "x"));

    assertThat((double) profile.duplicateRows())
        .isCloseTo(ROWS / 2.0, Percentage.withPercentage(3));
  }

  private DataProfile profile(Column... columns) {
    int[] rows = IntStream.range(0, ROWS).filter(row -> random.nextDouble() < SHARE).toArray();
    Dataset drawn = new Dataset("t", List.of(columns)).select(rows);
    RowSample sample =
        new RowSample(ROWS, Arrays.stream(rows).asLongStream().toArray(), "0".repeat(64));
    return new DataProfiler().profile(new ReadTable(drawn, Map.of(), List.of(), sample));
  }

  private static ColumnProfile column(DataProfile profile, String name) {
    return profile.column(name).orElseThrow();
  }

  private static Column numbers(String name, IntToDoubleFunction cell) {
    return new Column.Numbers(
        name, NumberType.INTEGER, IntStream.range(0, ROWS).mapToDouble(cell).toArray());
  }

  private static Column texts(String name, IntFunction<String> cell) {
    return new Column.Texts(name, IntStream.range(0, ROWS).mapToObj(cell).toArray(String[]::new));
  }
}
