// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.features;

import static io.nncreator.core.internal.features.Tables.numbers;
import static io.nncreator.core.internal.features.Tables.task;
import static io.nncreator.core.internal.features.Tables.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.nncreator.api.data.Column;
import io.nncreator.api.data.Dataset;
import io.nncreator.api.error.DataException;
import io.nncreator.api.error.ErrorCode;
import io.nncreator.api.task.Metric;
import io.nncreator.api.task.Objective;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class LearningTableTest {
  @Test
  void rowsWithoutATargetAreLeftOut() {
    LearningTable table =
        classes(texts("y", "a", null, "b", "a", "b"), numbers("x", 1, 2, 3, 4, 5));

    assertThat(table.rows()).isEqualTo(4);
    assertThat(table.labels()).containsExactly(0, 1, 0, 1);
    assertThat(((Column.Numbers) table.data().column("x")).cells()).containsExactly(1, 3, 4, 5);
  }

  @Test
  void numericClassesAreOrderedByValue() {
    LearningTable table = classes(numbers("y", 10, 9, 10, 9, 2, 2));

    assertThat(table.classes()).containsExactly("2", "9", "10");
    assertThat(table.labels()).containsExactly(2, 1, 2, 1, 0, 0);
    assertThat(table.smallestClass()).isEqualTo(2);
  }

  @Test
  void aClassOfOneRowIsRefused() {
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> classes(texts("y", "a", "a", "a", "rare")))
        .withMessageContaining("(y)")
        .withMessageContaining("(rare)")
        .matches(e -> e.code() == ErrorCode.DATA_TARGET_UNUSABLE);
  }

  @Test
  void aConstantTargetIsRefused() {
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> classes(texts("y", "a", "a", "a", "a")))
        .withMessageContaining("only the value (a)");
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> values(Metric.RMSE, 3, 3, 3, 3))
        .withMessageContaining("3.0");
  }

  @Test
  void aLogarithmicMetricNeedsPositiveTargets() {
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> values(Metric.RMSE_LOG, 1, 2, 0, 4))
        .withMessageContaining("rmse_log")
        .withMessageContaining("Maybe use the metric rmse");
  }

  @Test
  void textIsNoTargetForARegression() {
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(
            () ->
                LearningTable.of(
                    new Dataset("t", List.of(texts("y", "a", "b", "c", "d"))),
                    task("y", Objective.REGRESSION, Metric.RMSE)))
        .withMessageContaining("texts, not numbers");
  }

  @Test
  void strataOfNumbersFollowTheirOrder() {
    LearningTable table = values(Metric.RMSE, 5, 1, 9, 3, 7, 2, 8, 4, 6, 0);

    assertThat(table.strata(new int[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9}))
        .containsExactly(1, 0, 1, 0, 1, 0, 1, 0, 1, 0);
  }

  private static LearningTable classes(Column... columns) {
    return LearningTable.of(
        new Dataset("t", List.of(columns)), task("y", Objective.MULTICLASS, Metric.ACCURACY));
  }

  private static LearningTable values(Metric metric, double... cells) {
    return LearningTable.of(
        new Dataset("t", List.of(numbers("y", cells))), task("y", Objective.REGRESSION, metric));
  }

  @Test
  void theOrderOfClassesNeverDependsOnTheRows() {
    String[] cells = {"1", "1.0", "0.10", "0.1", "1", "1.0", "0.10", "0.1"};
    List<String> reversed = new ArrayList<>(List.of(cells));
    Collections.reverse(reversed);

    assertThat(classes(cells)).isEqualTo(classes(reversed.toArray(String[]::new)));
  }

  private static List<String> classes(String... cells) {
    Dataset data = new Dataset("t", List.of(texts("y", cells)));
    return LearningTable.of(data, task("y", Objective.MULTICLASS, Metric.ACCURACY)).classes();
  }
}
