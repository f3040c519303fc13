// SPDX-License-Identifier: Apache-2.0
package io.nncreator.benchmarks.quality;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.nncreator.api.task.Metric;
import io.nncreator.benchmarks.report.Arguments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A folder of data sets: {@code manifest.json} (name to task, target, metric), {@code
 * dev/NAME.csv}, {@code splits/NAME.train.txt} and {@code .test.txt} (row numbers from 0), {@code
 * baselines.csv} (scores of other learners on the test rows).
 *
 * @param folder where it lies
 */
record DataFolder(Path folder) {
  private static final Set<String> TABULAR = Set.of("binary", "multiclass", "regression", "image");
  private static final Set<String> LINEAR = Set.of("logreg", "ridge");
  private static final List<String> PEERS = List.of("mlp", "rf", "hgb");
  private static final int FIRST_MODEL = 5;
  private static final Map<Metric, String> COLUMNS =
      Map.of(Metric.ACCURACY, "acc", Metric.BALANCED_ACCURACY, "bacc", Metric.ROC_AUC, "auc");

  /**
   * One data set.
   *
   * @param name of its files
   * @param task kind of task, as in the manifest
   * @param target column to tell
   * @param metric id of the metric
   * @param tabular whether this version can learn it as a table
   */
  record Entry(String name, String task, String target, String metric, boolean tabular) {}

  /**
   * Scores of others.
   *
   * @param dummy of a constant answer
   * @param linear of a linear model
   * @param peers of other families of learners, by name: the best of each
   */
  record Baselines(double dummy, double linear, Map<String, Double> peers) {
    Baselines {
      peers = Collections.unmodifiableMap(new LinkedHashMap<>(peers));
    }
  }

  /**
   * Mean scores of others over five random splits.
   *
   * @param name of the data set
   * @param linear of a linear model
   * @param peers of other families of learners, by name: the best of each
   */
  record FiveSplits(String name, double linear, Map<String, Double> peers) {
    FiveSplits {
      peers = Collections.unmodifiableMap(new LinkedHashMap<>(peers));
    }
  }

  /** Returns what {@code baselines_5seeds.csv} tells. */
  List<FiveSplits> fiveSplits() throws IOException {
    CsvFile file = CsvFile.read(folder.resolve("baselines_5seeds.csv"));
    List<String> header = CsvFile.cells(file.header());
    List<FiveSplits> all = new ArrayList<>();
    for (String record : file.records()) {
      List<String> cells = CsvFile.cells(record);
      Metric metric =
          COLUMNS.entrySet().stream()
              .filter(column -> column.getValue().equals(cells.get(1)))
              .map(Map.Entry::getKey)
              .findFirst()
              .or(() -> Metric.byId(cells.get(1)))
              .orElseThrow();
      double linear = Double.NaN;
      Map<String, Double> peers = new LinkedHashMap<>();
      for (int i = FIRST_MODEL; i < cells.size(); i++) {
        if (cells.get(i).isEmpty()) {
          continue;
        }
        double score = Double.parseDouble(cells.get(i));
        if (LINEAR.contains(header.get(i))) {
          linear = score;
        } else {
          add(peers, header.get(i), score, metric);
        }
      }
      all.add(new FiveSplits(cells.get(0), linear, peers));
    }
    return all;
  }

  /** Keeps the better score where a family has several models. */
  private static void add(Map<String, Double> peers, String model, double score, Metric metric) {
    PEERS.stream()
        .filter(peer -> model.equals(peer) || model.startsWith(peer + "_"))
        .forEach(peer -> peers.merge(peer, score, (a, b) -> metric.better(a, b) ? a : b));
  }

  /** Returns the folder that the option {@code --data} names. */
  static DataFolder of(Arguments arguments) {
    return new DataFolder(
        Path.of(
            arguments
                .text("data")
                .orElseThrow(() -> new IllegalArgumentException("--data is missing."))));
  }

  /** Returns the data sets that the option {@code --only} names; all without it. */
  List<Entry> chosen(Arguments arguments) throws IOException {
    Optional<Set<String>> only = arguments.text("only").map(names -> Set.of(names.split(",")));
    return entries().stream()
        .filter(entry -> only.isEmpty() || only.get().contains(entry.name()))
        .toList();
  }

  List<Entry> entries() throws IOException {
    JsonNode manifest = new ObjectMapper().readTree(folder.resolve("manifest.json").toFile());
    List<Entry> entries = new ArrayList<>();
    manifest
        .properties()
        .forEach(
            field -> {
              String task = field.getValue().path("task").asText();
              entries.add(
                  new Entry(
                      field.getKey(),
                      task,
                      field.getValue().path("target").asText(),
                      field.getValue().path("metric").asText(),
                      TABULAR.contains(task)));
            });
    return entries;
  }

  CsvFile table(Entry entry) throws IOException {
    return CsvFile.read(folder.resolve("dev").resolve(entry.name() + ".csv"));
  }

  List<Integer> rows(Entry entry, String part) throws IOException {
    Path file = folder.resolve("splits").resolve(entry.name() + "." + part + ".txt");
    return Files.readAllLines(file).stream().map(String::strip).map(Integer::valueOf).toList();
  }

  /** Checks that the rows of both parts are all rows, each once. */
  static void check(Entry entry, int rows, List<Integer> train, List<Integer> test) {
    boolean[] seen = new boolean[rows];
    for (List<Integer> part : List.of(train, test)) {
      for (int row : part) {
        if (row < 0 || row >= rows || seen[row]) {
          throw new IllegalArgumentException(
              "The split of " + entry.name() + " has the row " + row + " twice or not at all.");
        }
        seen[row] = true;
      }
    }
  }

  Optional<Baselines> baselines(Entry entry, Metric metric) throws IOException {
    CsvFile file = CsvFile.read(folder.resolve("baselines.csv"));
    int column = CsvFile.cells(file.header()).indexOf(COLUMNS.getOrDefault(metric, metric.id()));
    double dummy = Double.NaN;
    double linear = Double.NaN;
    Map<String, Double> peers = new LinkedHashMap<>();
    for (String record : file.records()) {
      List<String> cells = CsvFile.cells(record);
      if (!cells.get(0).equals(entry.name()) || column < 0 || cells.get(column).isEmpty()) {
        continue;
      }
      double score = Double.parseDouble(cells.get(column));
      if (cells.get(1).equals("dummy")) {
        dummy = score;
      } else if (LINEAR.contains(cells.get(1))) {
        linear = score;
      } else {
        // Such as one that also standardises the target.
        add(peers, cells.get(1), score, metric);
      }
    }
    boolean known = !Double.isNaN(dummy) && !Double.isNaN(linear);
    return known ? Optional.of(new Baselines(dummy, linear, peers)) : Optional.empty();
  }
}
