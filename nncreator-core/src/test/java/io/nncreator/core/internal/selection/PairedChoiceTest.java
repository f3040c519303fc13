// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.nncreator.api.task.Metric;
import io.nncreator.core.internal.scoring.Predictions;
import java.util.List;
import org.junit.jupiter.api.Test;

class PairedChoiceTest {
  private static final double[] TRUTH = {0, 0, 0, 0, 0, 0, 0, 0};

  @Test
  void aClearlyBetterLaterCandidateWins() {
    Trial first = trial(0, 1, 1.1, 0.9, 1, 1, 1.2, 1, 0.9);
    Trial second = trial(1, 0.1, 0.2, 0.1, 0.1, 0.2, 0.1, 0.1, 0.1);

    assertThat(PairedChoice.champion(List.of(first, second), Metric.RMSE)).containsSame(second);
  }

  @Test
  void aDifferenceThatMayBeChanceKeepsTheSimplerOne() {
    Trial first = trial(0, 1, 0.2, 1, 0.2, 1, 0.2, 1, 0.2);
    Trial second = trial(1, 0.2, 1, 0.2, 1, 0.2, 1, 0.2, 0.99);

    assertThat(PairedChoice.champion(List.of(first, second), Metric.RMSE)).containsSame(first);
  }

  @Test
  void equalCandidatesKeepTheSimplerOne() {
    Trial first = trial(0, 1, 1, 1, 1, 1, 1, 1, 1);
    Trial second = trial(1, 1, 1, 1, 1, 1, 1, 1, 1);

    assertThat(PairedChoice.champion(List.of(first, second), Metric.RMSE)).containsSame(first);
  }

  @Test
  void noTrialNoChampion() {
    assertThat(PairedChoice.champion(List.of(), Metric.RMSE)).isEmpty();
  }

  @Test
  void theAdvantageIsThePairedStatistic() {
    double[] a = {3, 5, 4, 6};
    double[] b = {1, 4, 3, 2};
    // Differences 2, 1, 1, 4: mean 2, deviation sqrt(2), standard error sqrt(2) / 2.
    assertThat(PairedChoice.advantage(a, b)).isEqualTo(2 / (Math.sqrt(2) / 2), within(1e-12));
  }

  @Test
  void absoluteErrorsDecideForMae() {
    assertThat(RowLosses.of(Predictions.values(new double[] {3}, new double[] {5}), Metric.MAE))
        .containsExactly(2);
    assertThat(RowLosses.of(Predictions.values(new double[] {3}, new double[] {5}), Metric.RMSE))
        .containsExactly(4);
  }

  private static Trial trial(int order, double... answers) {
    return Trials.of(order, answers, TRUTH);
  }
}
