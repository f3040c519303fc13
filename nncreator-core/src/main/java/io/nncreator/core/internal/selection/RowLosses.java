// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.selection;

import io.nncreator.api.task.Metric;
import io.nncreator.core.internal.scoring.NumberUnit;
import io.nncreator.core.internal.scoring.Predictions;
import io.nncreator.core.internal.scoring.Scorer;

/** The loss of each row that stands for a metric when candidates are compared. */
final class RowLosses {
  private RowLosses() {}

  /**
   * Returns a proper loss of each row: logarithmic for classes; for numbers the error that the
   * metric is made of (absolute, squared, or squared of logarithms).
   */
  static double[] of(Predictions predictions, Metric metric) {
    if (!(predictions instanceof Predictions.Values values)) {
      return Scorer.rowLosses(predictions);
    }
    double[] losses = new double[values.rows()];
    double unit = NumberUnit.of(values.truth());
    for (int row = 0; row < losses.length; row++) {
      losses[row] = loss(metric, unit, values.predicted()[row], values.truth()[row]);
    }
    return losses;
  }

  private static double loss(Metric metric, double unit, double predicted, double truth) {
    double error = predicted / unit - truth / unit;
    return switch (metric) {
      case MAE -> Math.abs(error);
      case MAPE -> Math.abs(predicted - truth) / Math.max(Math.abs(truth), 1e-12);
      case RMSE_LOG -> {
        double logarithm = Math.log(Math.max(predicted, 1e-12)) - Math.log(truth);
        yield logarithm * logarithm;
      }
      default -> error * error;
    };
  }
}
