// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.scoring;

import io.nncreator.api.task.Metric;

/** Metrics of numbers. */
final class ValueScorer implements MetricScorer {
  private final Metric metric;
  private final double[] truth;
  private final double[] losses;
  private final double unit;

  ValueScorer(Metric metric, Predictions.Values predictions) {
    this.metric = metric;
    this.truth = predictions.truth();
    this.losses = new double[truth.length];
    this.unit = NumberUnit.of(truth);
    for (int row = 0; row < losses.length; row++) {
      losses[row] = loss(predictions.predicted()[row], truth[row]);
    }
  }

  private double loss(double predicted, double truth) {
    double error = predicted / unit - truth / unit;
    return switch (metric) {
      case RMSE, R2 -> error * error;
      case RMSE_LOG -> squaredLogError(predicted, truth);
      case MAE -> Math.abs(error);
      case MAPE -> 100 * Math.abs(predicted - truth) / Math.max(Math.abs(truth), Math.ulp(1.0));
      default -> throw new IllegalArgumentException(metric.id());
    };
  }

  /** A prediction that has no logarithm counts as the smallest normal number. */
  private static double squaredLogError(double predicted, double truth) {
    double error = Math.log(Math.max(predicted, Double.MIN_NORMAL)) - Math.log(truth);
    return error * error;
  }

  @Override
  public double score(int[] counts) {
    double sum = 0;
    double total = 0;
    long rows = 0;
    for (int row = 0; row < counts.length; row++) {
      sum += counts[row] * losses[row];
      total += counts[row] * (truth[row] / unit);
      rows += counts[row];
    }
    return switch (metric) {
      case RMSE -> Math.sqrt(sum / rows) * unit;
      case RMSE_LOG -> Math.sqrt(sum / rows);
      case MAE -> sum / rows * unit;
      case R2 -> explained(sum, total / rows, counts);
      default -> sum / rows;
    };
  }

  private double explained(double squaredError, double mean, int[] counts) {
    double spread = 0;
    for (int row = 0; row < counts.length; row++) {
      double difference = truth[row] / unit - mean;
      spread += counts[row] * difference * difference;
    }
    if (spread == 0) {
      return squaredError == 0 ? 1 : 0;
    }
    return 1 - squaredError / spread;
  }
}
