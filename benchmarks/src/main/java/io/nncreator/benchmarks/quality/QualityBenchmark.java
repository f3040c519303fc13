// SPDX-License-Identifier: Apache-2.0
package io.nncreator.benchmarks.quality;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.nncreator.api.error.NnCreatorException;
import io.nncreator.api.task.Metric;
import io.nncreator.benchmarks.report.Arguments;
import io.nncreator.core.NeuralNetworkCreator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * For each data set: creates a network from its training rows, reloads it, lets it answer its test
 * rows and compares the score with those of other learners and with the score that was promised.
 */
public final class QualityBenchmark {
  /** How it is called. */
  public static final String OPTIONS =
      "--data FOLDER [--budget 60s] [--only a,b] [--seed 42] [--resume FOLDER] [--json]"
          + " [--write FILE.md]";

  /** Heading of what people noted about single sets. */
  private static final String LOSSES = "## What was tried on the losses";

  private final DataFolder data;
  private final Duration budget;
  private final long seed;
  private final Optional<Path> kept;

  private QualityBenchmark(Arguments arguments) throws IOException {
    this.data = DataFolder.of(arguments);
    this.budget = arguments.time("budget", NeuralNetworkCreator.DEFAULT_BUDGET);
    this.seed = arguments.number("seed", 42);
    this.kept = arguments.text("resume").map(Path::of);
    if (kept.isPresent()) {
      Files.createDirectories(kept.get());
    }
  }

  /** Runs it. */
  public static boolean run(List<String> args) throws IOException, InterruptedException {
    Arguments arguments =
        Arguments.parse(
            args, Set.of("json"), Set.of("data", "budget", "only", "seed", "resume", "write"));
    QualityBenchmark benchmark = new QualityBenchmark(arguments);
    QualityReport report = new QualityReport(benchmark.budget);
    for (DataFolder.Entry entry : benchmark.data.chosen(arguments)) {
      benchmark.measure(entry, report);
    }
    System.out.println(arguments.has("json") ? report.json() : report.markdown());
    Optional<String> file = arguments.text("write");
    if (file.isPresent()) {
      Path page = Path.of(file.get());
      String kept = Files.exists(page) ? writtenByHand(Files.readString(page)) : "";
      Files.writeString(page, report.page(arguments.text("only").orElse("")) + kept);
    }
    return report.failures().isEmpty();
  }

  /** Returns the part of an earlier page that no measurement replaces. */
  private static String writtenByHand(String page) {
    int start = page.indexOf(LOSSES);
    return start < 0 ? "" : "\n" + page.substring(start);
  }

  private void measure(DataFolder.Entry entry, QualityReport report)
      throws IOException, InterruptedException {
    if (!entry.tabular()) {
      report.notBuilt(entry.name() + " (" + entry.task() + ")");
      return;
    }
    System.err.println(entry.name() + " ...");
    Path file = kept.map(folder -> folder.resolve(entry.name() + ".json")).orElse(Path.of(""));
    ObjectMapper json = new ObjectMapper();
    if (kept.isPresent() && Files.exists(file)) {
      report.add(json.readValue(file.toFile(), QualityResult.class));
      return;
    }
    try {
      QualityResult result = create(entry);
      if (kept.isPresent()) {
        Files.writeString(file, json.writeValueAsString(result));
      }
      report.add(result);
    } catch (NnCreatorException e) {
      System.err.println("  " + e);
      report.failed(entry.name() + ": " + e);
    }
  }

  private QualityResult create(DataFolder.Entry entry) throws IOException, InterruptedException {
    Metric metric = Metric.byId(entry.metric()).orElseThrow();
    DataFolder.Baselines others = data.baselines(entry, metric).orElseThrow();
    CsvFile table = data.table(entry);
    List<Integer> train = data.rows(entry, "train");
    List<Integer> test = data.rows(entry, "test");
    DataFolder.check(entry, table.records().size(), train, test);
    Examination.Marks marks = new Examination(entry, table, budget).marks(train, test, seed);
    System.err.printf(
        Locale.ROOT,
        "  %s %.4f, promised %.4f, linear %.4f, %.1f s%n",
        metric.id(),
        marks.test().value(),
        marks.promised().value(),
        others.linear(),
        marks.seconds());
    return new QualityResult(
        entry.name(),
        entry.task(),
        train.size(),
        metric,
        marks.test(),
        marks.promised(),
        others.dummy(),
        others.linear(),
        others.peers(),
        marks.seconds());
  }
}
