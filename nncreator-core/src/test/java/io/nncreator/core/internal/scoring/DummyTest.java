// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.nncreator.api.task.Metric;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A dummy")
class DummyTest {
  private static final Predictions.Classes JUDGED =
      Predictions.classes(new double[8], 2, new int[] {0, 1, 1, 1}, 1);

  @Test
  @DisplayName("answers with the shares of the training rows")
  void classes() {
    Predictions.Classes dummy = Dummy.classes(new int[] {1, 0, 1, 1}, JUDGED);
    assertThat(dummy.probability(0, 1)).isCloseTo(.75, within(1e-12));
    assertThat(Scorer.score(Metric.ACCURACY, dummy)).isEqualTo(.75);
    assertThat(Scorer.score(Metric.ROC_AUC, dummy)).isEqualTo(.5);
    assertThat(Scorer.score(Metric.LOG_LOSS, dummy))
        .isCloseTo(-.75 * Math.log(.75) - .25 * Math.log(.25), within(1e-12));
  }

  @Test
  @DisplayName("answers with the number that suits the metric")
  void values() {
    double[] training = {1, 2, 4, 100};
    assertThat(Dummy.values(Metric.RMSE, training, new double[1]).predicted()[0]).isEqualTo(26.75);
    assertThat(Dummy.values(Metric.MAE, training, new double[1]).predicted()[0]).isEqualTo(3);
    assertThat(Dummy.values(Metric.RMSE_LOG, training, new double[1]).predicted()[0])
        .isCloseTo(Math.pow(800, .25), within(1e-12));
  }
}
