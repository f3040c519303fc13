// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core;

import io.nncreator.api.data.DataSource;
import io.nncreator.api.task.Metric;
import io.nncreator.api.task.Score;
import io.nncreator.core.internal.evaluation.LabelledRows;
import io.nncreator.core.internal.scoring.Predictions;
import io.nncreator.core.internal.scoring.Scorer;
import io.nncreator.runtime.NetworkInfo;
import io.nncreator.runtime.NeuralNetwork;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * How a finished network does on rows whose true answers are known. Rows that the network has
 * learnt from make it look better than it is.
 *
 * @param scores every metric that fits the task, the one of the task first
 * @param unlabelled rows without a true answer, which were left out
 */
public record Evaluation(List<Score> scores, int unlabelled) {
  private static final List<Metric> TWO_CLASSES =
      List.of(
          Metric.ACCURACY,
          Metric.BALANCED_ACCURACY,
          Metric.F1,
          Metric.RECALL,
          Metric.PRECISION,
          Metric.ROC_AUC,
          Metric.AVERAGE_PRECISION,
          Metric.LOG_LOSS);
  private static final List<Metric> SEVERAL_CLASSES =
      List.of(
          Metric.ACCURACY,
          Metric.BALANCED_ACCURACY,
          Metric.MACRO_F1,
          Metric.ROC_AUC,
          Metric.LOG_LOSS);
  private static final List<Metric> NUMBERS = List.of(Metric.RMSE, Metric.MAE, Metric.R2);

  /** Copies the list. */
  public Evaluation {
    scores = List.copyOf(scores);
  }

  /** Returns the score by the metric of the task. */
  public Score score() {
    return scores.get(0);
  }

  /**
   * Judges a network.
   *
   * @param labelled rows with the columns of the network and its target
   * @throws io.nncreator.api.error.NnCreatorException if a column is missing, no row has a true
   *     answer, or a true answer is a class that the network does not know
   */
  public static Evaluation of(NeuralNetwork network, DataSource labelled) {
    LabelledRows rows = LabelledRows.read(network.info(), labelled);
    Predictions predictions = rows.answeredBy(network);
    List<Score> scores = new ArrayList<>();
    for (Metric metric : metrics(network.info())) {
      scores.add(Scorer.withInterval(metric, predictions));
    }
    return new Evaluation(scores, rows.unlabelled());
  }

  private static Set<Metric> metrics(NetworkInfo info) {
    Set<Metric> metrics = new LinkedHashSet<>();
    metrics.add(info.metric());
    metrics.addAll(
        switch (info.classes().size()) {
          case 0 -> NUMBERS;
          case 2 -> TWO_CLASSES;
          default -> SEVERAL_CLASSES;
        });
    return metrics;
  }
}
