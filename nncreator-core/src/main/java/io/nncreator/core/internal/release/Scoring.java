// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.release;

import io.nncreator.api.error.DataException;
import io.nncreator.api.error.ErrorCode;
import io.nncreator.api.task.Metric;
import io.nncreator.api.task.Objective;
import io.nncreator.api.task.Score;
import io.nncreator.core.internal.features.LearningTable;
import io.nncreator.core.internal.scoring.Predictions;
import io.nncreator.core.internal.scoring.Scorer;
import io.nncreator.core.internal.selection.Champion;
import io.nncreator.core.internal.selection.Trial;
import io.nncreator.runtime.bundle.CandidateScore;
import io.nncreator.runtime.bundle.ConfusionMatrix;
import io.nncreator.runtime.bundle.Metrics;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns a judgement into the numbers that are shown. */
final class Scoring {
  private Scoring() {}

  static Metrics metrics(
      LearningTable table,
      Judgement judgement,
      String method,
      List<Trial> trials,
      Champion champion) {
    Metric metric = table.task().metric().value();
    return new Metrics(
        score(metric, judgement.network()),
        score(metric, judgement.dummy()),
        score(metric, judgement.linear()),
        method,
        others(table, judgement.network()),
        confusion(table, judgement.network()),
        candidates(trials, champion, metric));
  }

  private static Score score(Metric metric, Predictions predictions) {
    Score score = Scorer.withInterval(metric, predictions);
    if (!Double.isFinite(score.value())) {
      throw new DataException(
          ErrorCode.DATA_TARGET_UNUSABLE,
          "The metric ("
              + metric.id()
              + ") is not defined for the "
              + predictions.rows()
              + " rows that judge: they lack a class, or the numbers are too extreme. Maybe choose"
              + " another metric, or give more rows.");
    }
    return score;
  }

  private static Map<String, Double> others(LearningTable table, Predictions predictions) {
    Map<String, Double> others = new LinkedHashMap<>();
    boolean binary = table.task().objective().value() == Objective.BINARY;
    for (Metric metric : Metric.values()) {
      boolean fits = metric.classification() == table.classification();
      boolean positive = metric != Metric.RMSE_LOG || allPositive(table);
      if (fits && positive && (binary || !needsPositiveClass(metric))) {
        double value = Scorer.score(metric, predictions);
        if (Double.isFinite(value)) {
          others.put(metric.id(), value);
        }
      }
    }
    return others;
  }

  private static boolean needsPositiveClass(Metric metric) {
    return switch (metric) {
      case F1, F2, RECALL, PRECISION, AVERAGE_PRECISION -> true;
      default -> false;
    };
  }

  private static boolean allPositive(LearningTable table) {
    for (double value : table.values()) {
      if (value <= 0) {
        return false;
      }
    }
    return true;
  }

  private static @Nullable ConfusionMatrix confusion(LearningTable table, Predictions predictions) {
    if (!(predictions instanceof Predictions.Classes classes)) {
      return null;
    }
    int size = table.classes().size();
    int[][] counts = new int[size][size];
    for (int row = 0; row < classes.rows(); row++) {
      counts[classes.labels()[row]][classes.answer(row)]++;
    }
    List<List<Integer>> rows = new ArrayList<>();
    for (int[] line : counts) {
      List<Integer> cells = new ArrayList<>();
      for (int cell : line) {
        cells.add(cell);
      }
      rows.add(cells);
    }
    return new ConfusionMatrix(table.classes(), rows);
  }

  private static List<CandidateScore> candidates(
      List<Trial> trials, Champion champion, Metric metric) {
    return trials.stream()
        .map(
            trial ->
                new CandidateScore(
                    trial.name(),
                    trial.candidate().reason(),
                    trial.score(metric),
                    champion.contains(trial)))
        .toList();
  }
}
