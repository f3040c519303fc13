// SPDX-License-Identifier: Apache-2.0
package io.nncreator.benchmarks.quality;

import io.nncreator.api.data.DataSource;
import io.nncreator.api.event.TrialFinished;
import io.nncreator.api.task.Metric;
import io.nncreator.benchmarks.report.Arguments;
import io.nncreator.benchmarks.report.Figures;
import io.nncreator.benchmarks.report.TemporaryFolder;
import io.nncreator.core.Evaluation;
import io.nncreator.core.NeuralNetworkCreator;
import io.nncreator.runtime.NeuralNetwork;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * What each candidate of the portfolio scores on its validation rows, and what was delivered on the
 * test rows. With one seed and a time limit that cuts nothing, the scores are the same on each run.
 */
public final class CandidatesBenchmark {
  /** How it is called. */
  public static final String OPTIONS =
      "--data FOLDER [--budget 600s] [--only a,b] [--seed 42] [--json]";

  private static final Duration BUDGET = Duration.ofMinutes(10);

  private CandidatesBenchmark() {}

  /** Runs it. */
  public static boolean run(List<String> args) throws IOException, InterruptedException {
    Arguments arguments =
        Arguments.parse(args, Set.of("json"), Set.of("data", "budget", "only", "seed"));
    DataFolder data = DataFolder.of(arguments);
    Duration budget = arguments.time("budget", BUDGET);
    Figures figures = new Figures("candidates, " + budget.toSeconds() + " s for each set");
    for (DataFolder.Entry entry : data.chosen(arguments)) {
      if (entry.tabular()) {
        System.err.println(entry.name() + " ...");
        measure(data, entry, budget, arguments.number("seed", 42), figures);
      }
    }
    figures.print(arguments.has("json"));
    return true;
  }

  private static void measure(
      DataFolder data, DataFolder.Entry entry, Duration budget, long seed, Figures figures)
      throws IOException, InterruptedException {
    Metric metric = Metric.byId(entry.metric()).orElseThrow();
    CsvFile table = data.table(entry);
    Queue<TrialFinished> trials = new ConcurrentLinkedQueue<>();
    try (TemporaryFolder folder = new TemporaryFolder()) {
      Path train = folder.path().resolve("train.csv");
      Path test = folder.path().resolve("test.csv");
      table.write(train, data.rows(entry, "train"));
      table.write(test, data.rows(entry, "test"));
      try (NeuralNetworkCreator creator =
              NeuralNetworkCreator.builder().workspace(folder.path().resolve("workspace")).build();
          NeuralNetwork network =
              creator
                  .create("Tell " + entry.target())
                  .from(DataSource.csv(train))
                  .target(entry.target())
                  .metric(metric)
                  .within(budget)
                  .seed(seed)
                  .on(TrialFinished.class, trials::add)
                  .to(folder.path().resolve("network"))
                  .start()
                  .await()) {
        for (TrialFinished trial : trials) {
          row(figures, entry, trial.network(), "validation", trial.validationScore());
        }
        double score = Evaluation.of(network, DataSource.csv(test)).score().value();
        row(figures, entry, "(delivered)", "test", score);
      }
    }
  }

  private static void row(
      Figures figures, DataFolder.Entry entry, String network, String rows, double score) {
    figures.row().put("data set", entry.name()).put("metric", entry.metric());
    figures.put("network", network).put("rows", rows);
    figures.put("score", String.format(Locale.ROOT, "%.4f", score));
  }
}
