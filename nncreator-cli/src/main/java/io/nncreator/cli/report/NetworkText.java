// SPDX-License-Identifier: Apache-2.0
package io.nncreator.cli.report;

import io.nncreator.cli.text.Display;
import io.nncreator.cli.text.Durations;
import io.nncreator.cli.text.Numbers;
import io.nncreator.cli.text.Table;
import io.nncreator.runtime.NetworkInfo;
import io.nncreator.runtime.NeuralNetwork;
import io.nncreator.runtime.bundle.ColumnSchema;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a finished network is. */
public final class NetworkText {
  private static final int SHOWN_LEVELS = 8;

  private NetworkText() {}

  /** Returns where a new network is and what to do with it. */
  public static List<String> next(NeuralNetwork network, double seconds) {
    String path = Display.safe(near(network.location()).toString());
    String took = Durations.format(Duration.ofMillis(Math.round(seconds * 1000)));
    return List.of(
        "Network: " + path + " (made in " + took + ")",
        "Next",
        "  ./nncreator predict " + quoted(path) + " --data NEW.csv --out ANSWERS.csv",
        "  ./nncreator show " + quoted(path));
  }

  /** Returns a path inside the current folder as seen from there, any other as it is. */
  private static Path near(Path path) {
    Path here = Path.of("").toAbsolutePath();
    return path.startsWith(here) ? here.relativize(path) : path;
  }

  private static String quoted(String path) {
    return path.matches("[\\w./+-]+") ? path : "'" + path.replace("'", "'\\''") + "'";
  }

  /** Returns all facts for people. */
  public static List<String> of(NeuralNetwork network) {
    NetworkInfo info = network.info();
    List<String> lines = new ArrayList<>();
    lines.add(Display.safe(info.name()));
    lines.addAll(
        new Table()
            .row("id", info.id())
            .row("asked for", info.task().description())
            .row("created", info.created().toString())
            .row("made by", info.software())
            .row("folder", network.location().toString())
            .lines());
    lines.addAll(TaskText.of(info.task()));
    lines.addAll(ScoreText.of(info));
    lines.add("  " + Display.safe(info.metrics().method()));
    lines.add("Columns of a row to predict");
    lines.addAll(columns(info));
    if (!info.classes().isEmpty()) {
      lines.add("Classes: " + Display.safe(String.join(", ", info.classes())));
    }
    lines.add("Learnt from");
    lines.addAll(
        new Table()
            .row(
                "data",
                info.provenance().dataName()
                    + ", "
                    + Numbers.count(info.provenance().rows(), "row")
                    + ", "
                    + info.provenance().dataFingerprint())
            .row("seed", Long.toString(info.provenance().seed()))
            .row("took", Durations.format(info.provenance().took()))
            .lines());
    return lines;
  }

  private static List<String> columns(NetworkInfo info) {
    Table table = new Table();
    for (ColumnSchema column : info.columns()) {
      table.row(column.name(), word(column.kind()), range(column));
    }
    return table.lines();
  }

  private static String range(ColumnSchema column) {
    if (!column.levels().isEmpty()) {
      List<String> shown = column.levels().stream().limit(SHOWN_LEVELS).toList();
      int more = column.levels().size() - shown.size();
      return String.join(", ", shown) + (more > 0 ? " and " + more + " more" : "");
    }
    Double min = column.min();
    Double max = column.max();
    if (min == null || max == null) {
      return "";
    }
    return Numbers.significant(min) + " to " + Numbers.significant(max);
  }

  /** Returns all facts as one JSON object. */
  public static Map<String, Object> json(NeuralNetwork network) {
    Map<String, Object> json = new LinkedHashMap<>(jsonInfo(network.info()));
    json.put("path", network.location().toString());
    return json;
  }

  /** Returns what does not depend on the place of the network. */
  public static Map<String, Object> jsonInfo(NetworkInfo info) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", info.id());
    json.put("name", info.name());
    json.put("description", info.task().description());
    json.put("created", info.created().toString());
    json.put("task", ScoreText.taskJson(info.task()));
    json.put("metric", info.metric().id());
    json.put("score", info.score().value());
    json.put("interval", List.of(info.score().low(), info.score().high()));
    json.put("rows_judged", info.score().rows());
    json.put("columns", info.columns().stream().map(ColumnSchema::name).toList());
    json.put("classes", info.classes());
    json.put("rows", info.provenance().rows());
    json.put("seed", info.provenance().seed());
    return json;
  }

  private static String word(Enum<?> kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
