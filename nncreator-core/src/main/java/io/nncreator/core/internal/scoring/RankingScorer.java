// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.scoring;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Metrics of the order in which probabilities put the rows; rows of equal probability count as one
 * step. For several classes: the mean of each one against the rest, over the classes that are both
 * present and not alone.
 */
final class RankingScorer implements MetricScorer {
  /** One class against the rest: rows from the most probable on. */
  @SuppressWarnings("ArrayRecordComponent")
  private record Ranking(int[] order, boolean[] positive, boolean[] lastOfEquals) {}

  private final Ranking[] rankings;
  private final boolean area;

  private RankingScorer(Ranking[] rankings, boolean area) {
    this.rankings = rankings;
    this.area = area;
  }

  /** Area under the ROC curve. */
  static RankingScorer rocAuc(Predictions.Classes predictions) {
    int only = predictions.classes() == 2 ? Math.max(predictions.positive(), 0) : -1;
    return new RankingScorer(rankings(predictions, only), true);
  }

  /** Average precision: the mean precision at the rows that are positive. */
  static RankingScorer averagePrecision(Predictions.Classes predictions) {
    return new RankingScorer(rankings(predictions, predictions.positive()), false);
  }

  private static Ranking[] rankings(Predictions.Classes predictions, int only) {
    return IntStream.range(0, predictions.classes())
        .filter(label -> only < 0 || label == only)
        .mapToObj(label -> ranking(predictions, label))
        .toArray(Ranking[]::new);
  }

  private static Ranking ranking(Predictions.Classes predictions, int label) {
    int rows = predictions.rows();
    Integer[] boxed = new Integer[rows];
    Arrays.setAll(boxed, row -> row);
    Arrays.sort(
        boxed, Comparator.comparingDouble(row -> -predictions.probability(row.intValue(), label)));
    int[] order = new int[rows];
    boolean[] positive = new boolean[rows];
    boolean[] last = new boolean[rows];
    for (int i = 0; i < rows; i++) {
      order[i] = boxed[i];
      positive[i] = predictions.labels()[order[i]] == label;
      last[i] =
          i == rows - 1
              || predictions.probability(order[i], label)
                  != predictions.probability(boxed[i + 1], label);
    }
    return new Ranking(order, positive, last);
  }

  @Override
  public double score(int[] counts) {
    double sum = 0;
    int met = 0;
    for (Ranking ranking : rankings) {
      double value = area ? area(ranking, counts) : precision(ranking, counts);
      if (!Double.isNaN(value)) {
        sum += value;
        met++;
      }
    }
    return sum / met;
  }

  private static double area(Ranking ranking, int[] counts) {
    double positives = 0;
    double negatives = 0;
    double area = 0;
    double positivesOfStep = 0;
    double negativesOfStep = 0;
    for (int i = 0; i < counts.length; i++) {
      int count = counts[ranking.order[i]];
      if (ranking.positive[i]) {
        positivesOfStep += count;
      } else {
        negativesOfStep += count;
      }
      if (ranking.lastOfEquals[i]) {
        area += negativesOfStep * (positives + positivesOfStep / 2);
        positives += positivesOfStep;
        negatives += negativesOfStep;
        positivesOfStep = 0;
        negativesOfStep = 0;
      }
    }
    return area / (positives * negatives);
  }

  private static double precision(Ranking ranking, int[] counts) {
    double rows = 0;
    double positives = 0;
    double positivesOfStep = 0;
    double sum = 0;
    for (int i = 0; i < counts.length; i++) {
      int count = counts[ranking.order[i]];
      rows += count;
      if (ranking.positive[i]) {
        positivesOfStep += count;
      }
      if (ranking.lastOfEquals[i] && positivesOfStep > 0) {
        positives += positivesOfStep;
        sum += positivesOfStep * positives / rows;
        positivesOfStep = 0;
      }
    }
    return sum / positives;
  }
}
