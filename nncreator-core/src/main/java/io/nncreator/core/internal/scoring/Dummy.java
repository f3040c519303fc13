// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.scoring;

import io.nncreator.api.task.Metric;
import java.util.Arrays;

/** Answers every row alike, whatever stands in it: what any network must beat. */
public final class Dummy {
  private Dummy() {}

  /**
   * Answers with the share of each class among the training rows.
   *
   * @param trainingLabels true classes of the training rows
   * @param judged rows to answer; only their truth is read
   */
  public static Predictions.Classes classes(int[] trainingLabels, Predictions.Classes judged) {
    double[] shares = new double[judged.classes()];
    for (int label : trainingLabels) {
      shares[label] += 1.0 / trainingLabels.length;
    }
    double[] probabilities = new double[judged.rows() * judged.classes()];
    for (int row = 0; row < judged.rows(); row++) {
      System.arraycopy(shares, 0, probabilities, row * judged.classes(), judged.classes());
    }
    return Predictions.classes(probabilities, judged.classes(), judged.labels(), judged.positive());
  }

  /**
   * Answers with the number that suits the metric best: the median of the training rows for
   * absolute errors, the geometric mean for errors of logarithms, else the mean.
   *
   * @param training true values of the training rows
   * @param truth true values of the judged rows
   */
  public static Predictions.Values values(Metric metric, double[] training, double[] truth) {
    double[] answers = new double[truth.length];
    Arrays.fill(answers, constant(metric, training));
    return Predictions.values(answers, truth);
  }

  private static double constant(Metric metric, double[] training) {
    return switch (metric) {
      case MAE, MAPE -> median(training);
      case RMSE_LOG -> Math.exp(Arrays.stream(training).map(Math::log).average().orElseThrow());
      default -> Arrays.stream(training).average().orElseThrow();
    };
  }

  private static double median(double[] numbers) {
    double[] sorted = numbers.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
