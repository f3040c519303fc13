// SPDX-License-Identifier: Apache-2.0
package io.nncreator.benchmarks.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.nncreator.api.task.Metric;
import io.nncreator.api.task.Score;
import io.nncreator.benchmarks.quality.QualityResult.Verdict;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A result")
class QualityResultTest {
  @Test
  @DisplayName("is better, worse or a tie in the direction of its metric")
  void verdicts() {
    QualityResult accuracy = result(Metric.ACCURACY, 0.9, 0.85, 0.94);
    assertThat(accuracy.against(0.8)).isEqualTo(Verdict.BETTER);
    assertThat(accuracy.against(0.93)).isEqualTo(Verdict.TIE);
    assertThat(accuracy.against(0.95)).isEqualTo(Verdict.WORSE);
    QualityResult error = result(Metric.RMSE, 5, 4, 6);
    assertThat(error.against(7)).isEqualTo(Verdict.BETTER);
    assertThat(error.against(3)).isEqualTo(Verdict.WORSE);
  }

  @Test
  @DisplayName("has a rank among its peers, shared by equal scores")
  void ranks() {
    QualityResult accuracy = result(Metric.ACCURACY, 0.9, 0.85, 0.94);
    assertThat(accuracy.bestPeer()).contains(0.95);
    assertThat(accuracy.rank(0.95)).isEqualTo(1);
    assertThat(accuracy.rank(0.9)).isEqualTo(2.5);
    assertThat(accuracy.rank(0.7)).isEqualTo(4);
    assertThat(result(Metric.RMSE, 0.9, 0.8, 1).bestPeer()).contains(0.7);
  }

  @Test
  @DisplayName("equals a peer whose score is the same up to its rounding")
  void rounding() {
    QualityResult result = result(Metric.ACCURACY, 84.0 / 87, 0.9, 1);
    assertThat(result.plain(0.96552)).isEqualTo("equal");
    assertThat(result.plain(0.97701)).isEqualTo("worse");
    assertThat(result.plain(0.954)).isEqualTo("better");
  }

  private static QualityResult result(Metric metric, double value, double low, double high) {
    Score score = new Score(metric, value, low, high, 100);
    return new QualityResult(
        "a",
        "binary",
        400,
        metric,
        score,
        score,
        0,
        0,
        Map.of("rf", 0.9, "mlp", 0.7, "hgb", 0.95),
        1);
  }
}
