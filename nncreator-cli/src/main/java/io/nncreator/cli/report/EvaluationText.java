// SPDX-License-Identifier: Apache-2.0
package io.nncreator.cli.report;

import io.nncreator.api.task.Score;
import io.nncreator.cli.text.Numbers;
import io.nncreator.cli.text.Table;
import io.nncreator.core.Evaluation;
import io.nncreator.runtime.NetworkInfo;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How a network did on labelled rows. */
public final class EvaluationText {
  private EvaluationText() {}

  /** Returns the section for people. */
  public static List<String> of(NetworkInfo info, Evaluation evaluation) {
    List<String> lines = new ArrayList<>();
    lines.add("On " + Numbers.count(evaluation.score().rows(), "row") + " of this file");
    Table here = new Table();
    for (Score score : evaluation.scores()) {
      ScoreText.row(here, score.metric().id(), score);
    }
    lines.addAll(here.lines());
    if (evaluation.unlabelled() > 0) {
      lines.add(
          "  " + Numbers.count(evaluation.unlabelled(), "row") + " without a target left out");
    }
    lines.add("When it was made, " + info.metric().id() + " on rows that no step had seen");
    lines.addAll(ScoreText.scores(info));
    return lines;
  }

  /** Returns the evaluation as one JSON object. */
  public static Map<String, Object> json(NetworkInfo info, Evaluation evaluation) {
    Map<String, Object> others = new LinkedHashMap<>();
    for (Score score : evaluation.scores()) {
      Map<String, Object> other = new LinkedHashMap<>();
      other.put("score", score.value());
      other.put("interval", List.of(score.low(), score.high()));
      others.put(score.metric().id(), other);
    }
    Map<String, Object> promised = new LinkedHashMap<>();
    promised.put("score", info.score().value());
    promised.put("interval", List.of(info.score().low(), info.score().high()));
    promised.put("dummy", info.dummy().value());
    promised.put("linear", info.linear().value());
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", info.id());
    json.put("metric", evaluation.score().metric().id());
    json.put("score", evaluation.score().value());
    json.put("interval", List.of(evaluation.score().low(), evaluation.score().high()));
    json.put("rows_judged", evaluation.score().rows());
    json.put("rows_without_target", evaluation.unlabelled());
    json.put("metrics", others);
    json.put("promised", promised);
    return json;
  }
}
