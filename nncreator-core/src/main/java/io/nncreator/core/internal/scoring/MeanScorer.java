// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.scoring;

/** The mean of a loss that each row has by itself. */
final class MeanScorer implements MetricScorer {
  /** Least probability that a logarithm sees, so that one sure mistake stays finite. */
  static final double LEAST_PROBABILITY = Math.ulp(1.0);

  private final double[] losses;

  private MeanScorer(double[] losses) {
    this.losses = losses;
  }

  /** Mean negative logarithm of the probability of the true class. */
  static MeanScorer logLoss(Predictions.Classes predictions) {
    return new MeanScorer(logLosses(predictions));
  }

  static double[] logLosses(Predictions.Classes predictions) {
    double[] losses = new double[predictions.rows()];
    for (int row = 0; row < losses.length; row++) {
      double probability = predictions.probability(row, predictions.labels()[row]);
      losses[row] = -Math.log(Math.min(1, Math.max(LEAST_PROBABILITY, probability)));
    }
    return losses;
  }

  @Override
  public double score(int[] counts) {
    double sum = 0;
    long rows = 0;
    for (int row = 0; row < counts.length; row++) {
      sum += counts[row] * losses[row];
      rows += counts[row];
    }
    return sum / rows;
  }
}
