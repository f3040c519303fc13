// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.scoring;

import io.nncreator.api.task.Metric;
import io.nncreator.api.task.Score;

/** Judges predictions. The formulas stand in {@code docs/metrics.md}. */
public final class Scorer {
  private Scorer() {}

  /**
   * Returns a metric's value; NaN where it is not defined (such as a ROC curve of one class).
   *
   * @throws IllegalArgumentException if the metric does not judge such predictions, or there are no
   *     rows
   */
  public static double score(Metric metric, Predictions predictions) {
    if (predictions.rows() == 0) {
      throw new IllegalArgumentException("There are no rows to judge.");
    }
    return MetricScorer.of(metric, predictions).scoreOnce(predictions.rows());
  }

  /**
   * Returns a metric's value with its 95 % interval: Wilson's for accuracy, else a stratified
   * bootstrap with a fixed seed. The interval tells how far chance in the choice of the judged rows
   * may reach; it does not cover training again or data of another kind.
   */
  public static Score withInterval(Metric metric, Predictions predictions) {
    double value = score(metric, predictions);
    Interval interval =
        metric == Metric.ACCURACY
            ? Interval.wilson(value, predictions.rows())
            : Interval.bootstrap(metric, predictions, value);
    return new Score(metric, value, interval.low(), interval.high(), predictions.rows());
  }

  /** Returns each row's logarithmic loss (classes) or squared error (values). */
  public static double[] rowLosses(Predictions predictions) {
    if (predictions instanceof Predictions.Classes classes) {
      return MeanScorer.logLosses(classes);
    }
    Predictions.Values values = (Predictions.Values) predictions;
    double[] losses = new double[values.rows()];
    for (int row = 0; row < losses.length; row++) {
      double error = values.predicted()[row] - values.truth()[row];
      losses[row] = error * error;
    }
    return losses;
  }
}
