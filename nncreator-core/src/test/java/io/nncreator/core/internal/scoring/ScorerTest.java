// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.nncreator.api.task.Metric;
import io.nncreator.api.task.Score;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Expected values come from scikit-learn 1.9.1 on Python 3.11, such as {@code
 * metrics.fbeta_score(y, p > 0.5, beta=2)} and {@code metrics.roc_auc_score(Y, P,
 * multi_class="ovr")}, with the arrays below.
 */
@DisplayName("A scorer")
class ScorerTest {
  private static final double[] POSITIVE = {.9, .8, .8, .35, .6, .2, .1, .55, .45, .8};
  private static final int[] BINARY = {1, 1, 0, 1, 0, 0, 0, 1, 1, 0};
  private static final double[] MULTI = {
    .7, .2, .1, .1, .8, .1, .3, .3, .4, .2, .5, .3, .6, .3, .1, .1, .2, .7, .3, .4, .3, .5, .25, .25
  };
  private static final int[] MULTI_LABELS = {0, 1, 2, 2, 1, 2, 0, 0};
  private static final double[] TRUTH = {3, 5, 2.5, 7, 10, .5};
  private static final double[] PREDICTED = {2.5, 5, 4, 8, 9, 1};

  @ParameterizedTest
  @CsvSource({
    "ACCURACY, 0.5",
    "BALANCED_ACCURACY, 0.5",
    "F1, 0.5454545454545454",
    "F2, 0.5769230769230769",
    "MACRO_F1, 0.4949494949494949",
    "RECALL, 0.6",
    "PRECISION, 0.5",
    "ROC_AUC, 0.6",
    "AVERAGE_PRECISION, 0.6392857142857143",
    "LOG_LOSS, 0.7238341512158498"
  })
  @DisplayName("agrees with scikit-learn on two classes")
  void binary(Metric metric, double expected) {
    assertThat(Scorer.score(metric, binary(1))).isCloseTo(expected, within(1e-12));
  }

  @ParameterizedTest
  @CsvSource({
    "ACCURACY, 0.625",
    "BALANCED_ACCURACY, 0.611111111111111",
    "F1, 0.6222222222222222",
    "F2, 0.6118326118326118",
    "MACRO_F1, 0.6222222222222222",
    "RECALL, 0.611111111111111",
    "PRECISION, 0.6666666666666666",
    "ROC_AUC, 0.8638888888888889",
    "AVERAGE_PRECISION, 0.7907407407407406",
    "LOG_LOSS, 0.7697312205754478"
  })
  @DisplayName("agrees with scikit-learn on several classes")
  void multiclass(Metric metric, double expected) {
    Predictions predictions = Predictions.classes(MULTI, 3, MULTI_LABELS, -1);
    assertThat(Scorer.score(metric, predictions)).isCloseTo(expected, within(1e-12));
  }

  @ParameterizedTest
  @CsvSource({
    "RMSE, 0.8897565210026093",
    "RMSE_LOG, 0.3567279651148904",
    "MAE, 0.75",
    "MAPE, 33.49206349206349",
    "R2, 0.9192634560906515"
  })
  @DisplayName("agrees with scikit-learn on numbers")
  void regression(Metric metric, double expected) {
    assertThat(Scorer.score(metric, Predictions.values(PREDICTED, TRUTH)))
        .isCloseTo(expected, within(1e-12));
  }

  @Test
  @DisplayName("judges the area under the curve alike from either side")
  void symmetry() {
    assertThat(Scorer.score(Metric.ROC_AUC, binary(0)))
        .isCloseTo(Scorer.score(Metric.ROC_AUC, binary(1)), within(1e-12));
  }

  @Test
  @DisplayName("gives NaN where a metric is not defined")
  void undefined() {
    Predictions oneClass = Predictions.classes(new double[] {.5, .5, .4, .6}, 2, new int[2], 1);
    assertThat(Scorer.score(Metric.ROC_AUC, oneClass)).isNaN();
    assertThat(Scorer.score(Metric.AVERAGE_PRECISION, oneClass)).isNaN();
  }

  @Test
  @DisplayName("keeps one sure mistake finite")
  void finite() {
    Predictions wrong = Predictions.classes(new double[] {1, 0}, 2, new int[] {1}, 1);
    assertThat(Scorer.score(Metric.LOG_LOSS, wrong)).isCloseTo(36.04, within(.01));
    Predictions negative = Predictions.values(new double[] {-1}, new double[] {1});
    assertThat(Scorer.score(Metric.RMSE_LOG, negative)).isFinite();
  }

  @ParameterizedTest
  @EnumSource(Metric.class)
  @DisplayName("puts the value into its interval, the same one each time")
  void interval(Metric metric) {
    Predictions predictions = metric.classification() ? binary(1) : regression();
    Score score = Scorer.withInterval(metric, predictions);
    assertThat(score.low()).isLessThanOrEqualTo(score.value());
    assertThat(score.high()).isGreaterThanOrEqualTo(score.value());
    assertThat(score.high()).isGreaterThan(score.low());
    assertThat(score.rows()).isEqualTo(predictions.rows());
    assertThat(Scorer.withInterval(metric, predictions)).isEqualTo(score);
  }

  /** statsmodels 0.14: {@code proportion_confint(27, 30, method="wilson")}. */
  @Test
  @DisplayName("gives Wilson's interval of a share")
  void wilson() {
    assertThat(Interval.wilson(.9, 30).low()).isCloseTo(0.7438, within(1e-4));
    assertThat(Interval.wilson(.9, 30).high()).isCloseTo(0.9654, within(1e-4));
    assertThat(Interval.wilson(1, 30).low()).isCloseTo(0.8865, within(1e-4));
    assertThat(Interval.wilson(1, 30).high()).isEqualTo(1);
  }

  @Test
  @DisplayName("does not take a perfect small sample for certainty")
  void perfect() {
    double[] probabilities = {.9, .1, .8, .2, .3, .7, .1, .9};
    Score score =
        Scorer.withInterval(
            Metric.ROC_AUC, Predictions.classes(probabilities, 2, new int[] {0, 0, 1, 1}, 1));
    assertThat(score.value()).isEqualTo(1);
    assertThat(score.low()).isLessThan(.6);
  }

  /** 200 samples whose true value is known; 95 % are to be covered, give or take 3.5 sigma. */
  @Test
  @DisplayName("covers the true value about as often as it says")
  void coverage() {
    Random random = new Random(7);
    int covered = 0;
    for (int sample = 0; sample < 200; sample++) {
      double[] truth = random.doubles(200).toArray();
      double[] predicted = Arrays.stream(truth).map(t -> t + random.nextGaussian()).toArray();
      Score score = Scorer.withInterval(Metric.RMSE, Predictions.values(predicted, truth));
      if (score.low() <= 1 && 1 <= score.high()) {
        covered++;
      }
    }
    assertThat(covered).isBetween(179, 200);
  }

  @Test
  @DisplayName("gives the loss of every row")
  void losses() {
    assertThat(Arrays.stream(Scorer.rowLosses(binary(1))).average().orElseThrow())
        .isCloseTo(Scorer.score(Metric.LOG_LOSS, binary(1)), within(1e-12));
    assertThat(Scorer.rowLosses(regression())[2]).isEqualTo(2.25);
  }

  @Test
  @DisplayName("refuses a metric of the other kind")
  void kinds() {
    assertThatThrownBy(() -> Scorer.score(Metric.RMSE, binary(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The metric (rmse) does not judge such predictions.");
  }

  private static Predictions binary(int positive) {
    double[] both = new double[2 * POSITIVE.length];
    for (int row = 0; row < POSITIVE.length; row++) {
      both[2 * row] = 1 - POSITIVE[row];
      both[2 * row + 1] = POSITIVE[row];
    }
    return Predictions.classes(both, 2, BINARY, positive);
  }

  private static Predictions regression() {
    return Predictions.values(PREDICTED, TRUTH);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-300, 1, 1e300})
  @DisplayName("survives numbers whose squares overflow or vanish")
  void extremes(double unit) {
    double[] truth = Arrays.stream(TRUTH).map(value -> value * unit).toArray();
    double[] predicted = Arrays.stream(PREDICTED).map(value -> value * unit).toArray();
    Predictions plain = Predictions.values(PREDICTED, TRUTH);
    Predictions extreme = Predictions.values(predicted, truth);

    for (Metric metric : List.of(Metric.RMSE, Metric.MAE)) {
      assertThat(Scorer.score(metric, extreme) / unit)
          .isCloseTo(Scorer.score(metric, plain), within(1e-12));
    }
    assertThat(Scorer.score(Metric.R2, extreme))
        .isCloseTo(Scorer.score(Metric.R2, plain), within(1e-12));
  }
}
