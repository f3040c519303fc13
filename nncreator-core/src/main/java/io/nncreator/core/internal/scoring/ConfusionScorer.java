// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.scoring;

import io.nncreator.api.task.Metric;

/** Metrics that follow from the confusion matrix. A share of nothing counts as 0. */
final class ConfusionScorer implements MetricScorer {
  private final Metric metric;
  private final int classes;
  private final int positive;
  private final int[] labels;
  private final int[] answers;

  ConfusionScorer(Metric metric, Predictions.Classes predictions) {
    this.metric = metric;
    this.classes = predictions.classes();
    this.positive = predictions.positive();
    this.labels = predictions.labels();
    this.answers = new int[labels.length];
    for (int row = 0; row < answers.length; row++) {
      answers[row] = predictions.answer(row);
    }
  }

  @Override
  public double score(int[] counts) {
    long[] hits = new long[classes];
    long[] truths = new long[classes];
    long[] answered = new long[classes];
    for (int row = 0; row < counts.length; row++) {
      truths[labels[row]] += counts[row];
      answered[answers[row]] += counts[row];
      if (labels[row] == answers[row]) {
        hits[labels[row]] += counts[row];
      }
    }
    if (metric == Metric.ACCURACY) {
      return accuracy(hits, truths);
    }
    if (positive >= 0 && metric != Metric.MACRO_F1 && metric != Metric.BALANCED_ACCURACY) {
      return ofClass(hits[positive], truths[positive], answered[positive]);
    }
    double sum = 0;
    int met = 0;
    for (int label = 0; label < classes; label++) {
      boolean counted =
          truths[label] > 0 || (metric != Metric.BALANCED_ACCURACY && answered[label] > 0);
      if (counted) {
        sum += ofClass(hits[label], truths[label], answered[label]);
        met++;
      }
    }
    return sum / met;
  }

  private static double accuracy(long[] hits, long[] truths) {
    long right = 0;
    long rows = 0;
    for (int label = 0; label < hits.length; label++) {
      right += hits[label];
      rows += truths[label];
    }
    return (double) right / rows;
  }

  private double ofClass(long hits, long truths, long answered) {
    return switch (metric) {
      case RECALL, BALANCED_ACCURACY -> share(hits, truths);
      case PRECISION -> share(hits, answered);
      case F1, MACRO_F1 -> share(2 * hits, truths + answered);
      case F2 -> share(5 * hits, 4 * truths + answered);
      default -> throw new IllegalStateException(metric.id());
    };
  }

  private static double share(long part, long whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }
}
