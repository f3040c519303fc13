// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.scoring;

import io.nncreator.api.task.Metric;
import java.util.Arrays;

/**
 * One metric bound to one set of predictions, so that what does not change between resamples (such
 * as the order of the rows) is worked out once. Immutable.
 */
@FunctionalInterface
interface MetricScorer {
  /**
   * Returns the metric's value; NaN where it is not defined.
   *
   * @param counts how often each row is taken
   */
  double score(int[] counts);

  /** Returns the value when each row is taken once. */
  default double scoreOnce(int rows) {
    int[] once = new int[rows];
    Arrays.fill(once, 1);
    return score(once);
  }

  /**
   * Binds a metric.
   *
   * @throws IllegalArgumentException if the metric does not judge such predictions
   */
  static MetricScorer of(Metric metric, Predictions predictions) {
    if (predictions instanceof Predictions.Classes classes && metric.classification()) {
      return of(metric, classes);
    }
    if (predictions instanceof Predictions.Values values && !metric.classification()) {
      return new ValueScorer(metric, values);
    }
    throw new IllegalArgumentException(
        "The metric (" + metric.id() + ") does not judge such predictions.");
  }

  private static MetricScorer of(Metric metric, Predictions.Classes classes) {
    return switch (metric) {
      case ROC_AUC -> RankingScorer.rocAuc(classes);
      case AVERAGE_PRECISION -> RankingScorer.averagePrecision(classes);
      case LOG_LOSS -> MeanScorer.logLoss(classes);
      default -> new ConfusionScorer(metric, classes);
    };
  }
}
