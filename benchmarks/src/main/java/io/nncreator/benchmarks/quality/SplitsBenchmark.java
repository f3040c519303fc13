// SPDX-License-Identifier: Apache-2.0
package io.nncreator.benchmarks.quality;

import io.nncreator.api.task.Metric;
import io.nncreator.benchmarks.report.Arguments;
import io.nncreator.benchmarks.report.Figures;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Mean scores over several random splits, beside those that other learners had over five: on small
 * tables a single split decides by a row or two.
 */
public final class SplitsBenchmark {
  /** How it is called. */
  public static final String OPTIONS =
      "--data FOLDER [--budget 20s] [--splits 5] [--only a,b] [--json]";

  private static final Duration BUDGET = Duration.ofSeconds(20);

  private SplitsBenchmark() {}

  /** Runs it. */
  public static boolean run(List<String> args) throws IOException, InterruptedException {
    Arguments arguments =
        Arguments.parse(args, Set.of("json"), Set.of("data", "budget", "splits", "only"));
    DataFolder data = DataFolder.of(arguments);
    Duration budget = arguments.time("budget", BUDGET);
    int splits = (int) arguments.number("splits", 5);
    Map<String, DataFolder.FiveSplits> others =
        data.fiveSplits().stream()
            .collect(Collectors.toMap(DataFolder.FiveSplits::name, scores -> scores));
    Figures figures =
        new Figures("splits, " + splits + " of each set, " + budget.toSeconds() + " s each");
    for (DataFolder.Entry entry : data.chosen(arguments)) {
      DataFolder.FiveSplits known = others.get(entry.name());
      if (known == null) {
        continue;
      }
      System.err.println(entry.name() + " ...");
      double[] scores = scores(entry, data.table(entry), budget, splits);
      row(figures, entry, known, scores);
    }
    figures.print(arguments.has("json"));
    return true;
  }

  private static double[] scores(DataFolder.Entry entry, CsvFile table, Duration budget, int splits)
      throws IOException, InterruptedException {
    List<String> targets = table.column(entry.target());
    List<String> strata =
        entry.task().equals("regression") ? targets.stream().map(cell -> "").toList() : targets;
    Examination examination = new Examination(entry, table, budget);
    double[] scores = new double[splits];
    for (int split = 0; split < splits; split++) {
      RandomSplit rows = RandomSplit.of(strata, split);
      scores[split] = examination.marks(rows.train(), rows.test(), split).test().value();
    }
    return scores;
  }

  private static void row(
      Figures figures, DataFolder.Entry entry, DataFolder.FiveSplits others, double[] scores) {
    Metric metric = Metric.byId(entry.metric()).orElseThrow();
    double mean = IntStream.range(0, scores.length).mapToDouble(i -> scores[i]).average().orElse(0);
    double squares = 0;
    for (double score : scores) {
      squares += (score - mean) * (score - mean);
    }
    double deviation = Math.sqrt(squares / Math.max(1, scores.length - 1));
    figures.row().put("data set", entry.name()).put("metric", metric.id());
    figures.put("mean", mean).put("deviation", deviation);
    figures.put("linear", others.linear());
    others.peers().forEach(figures::put);
    OptionalDouble best =
        others.peers().values().stream()
            .mapToDouble(Double::doubleValue)
            .reduce((a, b) -> metric.better(a, b) ? a : b);
    figures.put("against linear", word(metric, mean, others.linear()));
    figures.put("against the best", word(metric, mean, best.orElse(others.linear())));
  }

  private static String word(Metric metric, double ours, double other) {
    if (metric.better(ours, other)) {
      return "better";
    }
    return metric.better(other, ours) ? "worse" : "equal";
  }
}
