// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.profile;

import static io.nncreator.core.internal.profile.DataProfilerTest.numbers;
import static io.nncreator.core.internal.profile.DataProfilerTest.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nncreator.api.data.Column;
import io.nncreator.api.data.Column.NumberType;
import io.nncreator.api.data.Dataset;
import io.nncreator.api.data.Finding;
import io.nncreator.api.error.DataException;
import io.nncreator.api.error.ErrorCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A look at a target")
class TargetInspectionTest {
  private final Random random = new Random(3);

  @Test
  @DisplayName("suspects columns that give a class away")
  void leakOfClass() {
    Column target = texts("churn", row -> row % 3 == 0 ? "yes" : "no");

    List<Finding> findings =
        inspect(
            target,
            numbers("refund", NumberType.REAL, row -> row % 3 == 0 ? 100 + row : row / 10.0),
            texts("closed_by", row -> row % 3 == 0 ? "desk " + row % 5 : null),
            texts("rare", row -> "word" + row % 90),
            numbers("noise", NumberType.REAL, row -> random.nextGaussian()));

    assertThat(findings)
        .extracting(finding -> finding.kind() + " " + finding.column())
        .containsExactly("LEAK_SUSPECT refund", "LEAK_SUSPECT closed_by");
    assertThat(findings.get(0).reason()).contains("100.00 %", "200 rows", "the task is easy");
  }

  @Test
  @DisplayName("suspects columns that give a quantity away")
  void leakOfQuantity() {
    double[] hidden = random.doubles(200, 0, 1_000).toArray();

    List<Finding> findings =
        inspect(
            new Column.Numbers("price", NumberType.REAL, hidden),
            numbers("price_eur", NumberType.REAL, row -> hidden[row] * 0.9 + 3),
            numbers("near", NumberType.REAL, row -> hidden[row] + 100 * random.nextGaussian()),
            numbers("noise", NumberType.REAL, row -> random.nextGaussian()));

    assertThat(findings).extracting(Finding::column).containsExactly("price_eur");
  }

  @Test
  @DisplayName("suspects nothing where always naming the large class is nearly right")
  void imbalanceIsNoLeak() {
    List<Finding> findings =
        inspect(
            numbers("fraud", NumberType.INTEGER, row -> row == 7 ? 1 : 0),
            numbers("noise", NumberType.REAL, row -> random.nextGaussian()));

    assertThat(findings)
        .extracting(Finding::kind)
        .containsExactly(Finding.Kind.IMBALANCED_TARGET, Finding.Kind.IMBALANCED_TARGET);
    assertThat(findings.get(0).reason()).contains("199 of 200", "(1) only 1");
    assertThat(findings.get(1).reason()).contains("(1) has 1");
  }

  @Test
  @DisplayName("refuses targets with fewer than two values")
  void unusable() {
    assertThatThrownBy(() -> inspect(texts("a", row -> row % 2 == 0 ? "x" : null)))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("the same value")
        .extracting("code")
        .isEqualTo(ErrorCode.DATA_TARGET_UNUSABLE);
    assertThatThrownBy(() -> inspect(numbers("a", NumberType.REAL, row -> Double.NaN)))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("missing in all rows");
  }

  @Test
  @DisplayName("refuses targets that are not there")
  void unknown() {
    Dataset dataset = new Dataset("t", List.of(texts("a", row -> "x")));
    DataProfiler profiler = new DataProfiler();

    assertThatThrownBy(() -> profiler.inspectTarget(dataset, profiler.profile(dataset), "b"))
        .isInstanceOf(DataException.class)
        .extracting("code")
        .isEqualTo(ErrorCode.DATA_COLUMN_UNKNOWN);
  }

  private static List<Finding> inspect(Column target, Column... features) {
    List<Column> columns = new ArrayList<>(List.of(features));
    columns.add(target);
    Dataset dataset = new Dataset("t", columns);
    DataProfiler profiler = new DataProfiler();
    return profiler.inspectTarget(dataset, profiler.profile(dataset), target.name());
  }
}
