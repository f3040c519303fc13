// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.features;

import static org.assertj.core.api.Assertions.assertThat;

import io.nncreator.api.data.Column;
import io.nncreator.api.data.Dataset;
import io.nncreator.api.task.Metric;
import io.nncreator.api.task.Objective;
import io.nncreator.api.task.TaskSpec;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A sample to learn from")
class LearningSampleTest {
  private static final TaskSpec CLASSES = Tables.task("y", Objective.MULTICLASS, Metric.ACCURACY);
  private static final int ROWS = 10_000;

  @Test
  @DisplayName("is the table itself where all rows can be visited")
  void whole() {
    Dataset data = table();
    assertThat(LearningSample.of(data, CLASSES, ROWS, 1)).isSameAs(data);
  }

  @Test
  @DisplayName("keeps the shares of classes, the order of rows, and enough of a rare class")
  void shares() {
    Dataset sample = LearningSample.of(table(), CLASSES, 1_000, 1);

    double[] rows = ((Column.Numbers) sample.column("row")).cells();
    assertThat(rows).isSorted().doesNotHaveDuplicates();
    assertThat(rows.length).isBetween(1_000, 1_110);
    assertThat(count(sample, "a")).isBetween(780L, 801L);
    assertThat(count(sample, "b")).isBetween(195L, 206L);
    assertThat(count(sample, "rare")).isEqualTo(20);
    assertThat(count(sample, null)).isZero();
  }

  @Test
  @DisplayName("is the same for the same seed only")
  void seeds() {
    Dataset data = table();
    double[] first = rows(LearningSample.of(data, CLASSES, 1_000, 1));
    assertThat(rows(LearningSample.of(data, CLASSES, 1_000, 1))).isEqualTo(first);
    assertThat(rows(LearningSample.of(data, CLASSES, 1_000, 2))).isNotEqualTo(first);
  }

  @Test
  @DisplayName("of a quantity takes all parts of the table alike")
  void quantity() {
    double[] numbers = IntStream.range(0, ROWS).asDoubleStream().toArray();
    Dataset data = new Dataset("t", List.of(Tables.numbers("y", numbers)));
    Dataset sample =
        LearningSample.of(data, Tables.task("y", Objective.REGRESSION, Metric.RMSE), 1_000, 1);
    assertThat(sample.rows()).isEqualTo(1_000);
    double mean = Arrays.stream(((Column.Numbers) sample.columns().get(0)).cells()).sum() / 1_000;
    assertThat(mean).isBetween(4_600.0, 5_400.0);
  }

  @Test
  @DisplayName("grows with the time for training and shrinks with the columns")
  void most() {
    assertThat(LearningSample.most(Duration.ZERO, 10)).isEqualTo(LearningSample.LEAST_ROWS);
    assertThat(LearningSample.most(Duration.ofSeconds(60), 10))
        .isEqualTo(60 * LearningSample.ROWS_PER_SECOND);
    assertThat(LearningSample.most(Duration.ofHours(9), 100))
        .isEqualTo((int) (LearningSample.MOST_CELLS / 100));
  }

  private static Dataset table() {
    String[] classes = new String[ROWS];
    Arrays.setAll(
        classes, row -> row % 500 == 7 ? "rare" : row % 50 == 9 ? null : row % 5 == 0 ? "b" : "a");
    double[] numbers = IntStream.range(0, ROWS).asDoubleStream().toArray();
    return new Dataset("t", List.of(Tables.numbers("row", numbers), Tables.texts("y", classes)));
  }

  private static double[] rows(Dataset data) {
    return ((Column.Numbers) data.column("row")).cells();
  }

  private static long count(Dataset data, String name) {
    String[] cells = ((Column.Texts) data.column("y")).cells();
    return Arrays.stream(cells).filter(cell -> java.util.Objects.equals(cell, name)).count();
  }
}
