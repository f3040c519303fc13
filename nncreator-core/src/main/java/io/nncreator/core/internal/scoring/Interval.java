// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.scoring;

import io.nncreator.api.task.Metric;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * A 95 % confidence interval of a metric that was measured on a sample of rows.
 *
 * @param low lower end
 * @param high upper end
 */
record Interval(double low, double high) {
  /** Number of resamples of a bootstrap. */
  static final int RESAMPLES = 1000;

  /** Normal quantile of 97.5 %. */
  private static final double Z = 1.959963984540054;

  private static final long SEED = 20_260_101;

  /**
   * Wilson's score interval of a share (E. B. Wilson, Probable Inference, JASA 22, 1927).
   *
   * @param share observed, 0 to 1
   * @param rows whose share it is, at least 1
   */
  static Interval wilson(double share, long rows) {
    double square = Z * Z;
    double middle = (share + square / (2 * rows)) / (1 + square / rows);
    double half =
        Z
            / (1 + square / rows)
            * Math.sqrt(share * (1 - share) / rows + square / (4.0 * rows * rows));
    return around(share, middle - half, middle + half);
  }

  /**
   * Percentiles of the bootstrap (B. Efron, Bootstrap Methods, Annals of Statistics 7, 1979): rows
   * are drawn with replacement, within each class where there are classes. Where all resamples give
   * the value 1 (or 0) of a share, that says only that the sample is small; Wilson's interval for
   * such a share then stands in.
   */
  static Interval bootstrap(Metric metric, Predictions predictions, double value) {
    MetricScorer scorer = MetricScorer.of(metric, predictions);
    int[][] strata = strata(predictions);
    int[] counts = new int[predictions.rows()];
    SplittableRandom random = new SplittableRandom(SEED);
    double[] values = new double[RESAMPLES];
    for (int i = 0; i < RESAMPLES; i++) {
      Arrays.fill(counts, 0);
      for (int[] stratum : strata) {
        for (int draw = 0; draw < stratum.length; draw++) {
          counts[stratum[random.nextInt(stratum.length)]]++;
        }
      }
      values[i] = scorer.score(counts);
    }
    Arrays.sort(values);
    Interval interval = around(value, quantile(values, 0.025), quantile(values, 0.975));
    boolean share = metric.classification() && metric != Metric.LOG_LOSS;
    boolean certain = interval.low == interval.high && (value == 0 || value == 1);
    return share && certain ? wilson(value, predictions.rows()) : interval;
  }

  /** An interval that holds its value in spite of rounding and the bias of resamples. */
  private static Interval around(double value, double low, double high) {
    return new Interval(Math.min(value, low), Math.max(value, high));
  }

  private static int[][] strata(Predictions predictions) {
    int rows = predictions.rows();
    int classes = predictions instanceof Predictions.Classes labelled ? labelled.classes() : 1;
    int[] sizes = new int[classes];
    for (int row = 0; row < rows; row++) {
      sizes[stratum(predictions, row)]++;
    }
    int[][] strata = new int[classes][];
    Arrays.setAll(strata, i -> new int[sizes[i]]);
    Arrays.fill(sizes, 0);
    for (int row = 0; row < rows; row++) {
      int stratum = stratum(predictions, row);
      strata[stratum][sizes[stratum]++] = row;
    }
    return strata;
  }

  private static int stratum(Predictions predictions, int row) {
    return predictions instanceof Predictions.Classes labelled ? labelled.labels()[row] : 0;
  }

  private static double quantile(double[] sorted, double share) {
    double position = share * (sorted.length - 1);
    int below = (int) position;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
  }
}
