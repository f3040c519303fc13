// SPDX-License-Identifier: Apache-2.0
package io.nncreator.cli.report;

import io.nncreator.api.task.Score;
import io.nncreator.api.task.TaskSpec;
import io.nncreator.cli.text.Numbers;
import io.nncreator.cli.text.Table;
import io.nncreator.runtime.NetworkInfo;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A network's score beside the baselines. */
public final class ScoreText {
  private ScoreText() {}

  /** Returns the section for people. */
  public static List<String> of(NetworkInfo info) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "Score: "
            + info.metric().id().replace('_', ' ')
            + " on "
            + Numbers.count(info.score().rows(), "row")
            + " that no step had seen, "
            + (info.metric().higherIsBetter() ? "higher" : "lower")
            + " is better");
    lines.addAll(scores(info));
    return lines;
  }

  /** Returns the lines with the scores of the network and the baselines. */
  static List<String> scores(NetworkInfo info) {
    Table table = new Table();
    row(table, "this network", info.score());
    row(table, "linear model", info.linear());
    row(table, "dummy answer", info.dummy());
    return table.lines();
  }

  /** Adds a row with a score and its interval. */
  static void row(Table table, String name, Score score) {
    table.row(name, number(score.value()), interval(score));
  }

  private static String interval(Score score) {
    return "95 % interval " + number(score.low()) + " to " + number(score.high());
  }

  /** Returns what {@code auto --json} prints. */
  public static Map<String, Object> json(NetworkInfo info, double seconds, String path) {
    Map<String, Object> baselines = new LinkedHashMap<>();
    baselines.put("dummy", info.dummy().value());
    baselines.put("linear", info.linear().value());
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", info.id());
    json.put("task", taskJson(info.task()));
    json.put("metric", info.metric().id());
    json.put("score", info.score().value());
    json.put("interval", List.of(info.score().low(), info.score().high()));
    json.put("rows_judged", info.score().rows());
    json.put("baselines", baselines);
    json.put("seconds", seconds);
    json.put("path", path);
    return json;
  }

  static Map<String, Object> taskJson(TaskSpec task) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("objective", task.objective().value().name().toLowerCase(Locale.ROOT));
    json.put("target", task.target().value());
    json.put("metric", task.metric().value().id());
    return json;
  }

  private static String number(double value) {
    return Numbers.significant(value);
  }
}
