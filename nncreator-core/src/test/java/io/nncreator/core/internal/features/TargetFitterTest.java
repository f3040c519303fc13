// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.nncreator.api.data.Dataset;
import io.nncreator.api.task.Metric;
import io.nncreator.api.task.Objective;
import io.nncreator.runtime.pipeline.TargetEncoding.Standardised;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The scale of a target")
class TargetFitterTest {
  @ParameterizedTest
  @ValueSource(doubles = {1e-300, 1, 1e300})
  @DisplayName("is found where squares overflow or vanish")
  void extremes(double unit) {
    double[] cells = {1 * unit, 2 * unit, 3 * unit, 6 * unit};
    Dataset data =
        new Dataset("t", List.of(Tables.numbers("x", 1, 2, 3, 4), Tables.numbers("y", cells)));
    LearningTable table =
        LearningTable.of(data, Tables.task("y", Objective.REGRESSION, Metric.RMSE));

    Standardised scale = (Standardised) TargetFitter.fit(table, new int[] {0, 1, 2, 3});

    assertThat(scale.mean() / unit).isCloseTo(3, within(1e-9));
    assertThat(scale.deviation() / unit).isCloseTo(Math.sqrt(3.5), within(1e-9));
    assertThat(scale.standardise(cells[3])).isCloseTo(1.6035675f, within(1e-5f));
  }
}
