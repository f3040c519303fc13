// SPDX-License-Identifier: Apache-2.0
package io.nncreator.benchmarks;

import io.nncreator.benchmarks.engine.EngineBenchmark;
import io.nncreator.benchmarks.intake.DialectComparison;
import io.nncreator.benchmarks.large.LargeBenchmark;
import io.nncreator.benchmarks.process.BudgetBenchmark;
import io.nncreator.benchmarks.process.KillBenchmark;
import io.nncreator.benchmarks.process.SoakBenchmark;
import io.nncreator.benchmarks.quality.CandidatesBenchmark;
import io.nncreator.benchmarks.quality.QualityBenchmark;
import io.nncreator.benchmarks.quality.SplitsBenchmark;
import io.nncreator.benchmarks.sentences.SentencesBenchmark;
import io.nncreator.benchmarks.serving.ServingBenchmark;
import java.util.List;

/** The entry point of the benchmarks: lists them, or runs the named one. */
public final class Main {
  private static final List<Benchmark> BENCHMARKS =
      List.of(
          new Benchmark(
              "quality",
              "scores on held-out rows of a folder of data sets, beside a dummy and a linear model",
              QualityBenchmark.OPTIONS,
              QualityBenchmark::run),
          new Benchmark(
              "candidates",
              "validation score of each candidate of the portfolio, and the delivered network's",
              CandidatesBenchmark.OPTIONS,
              CandidatesBenchmark::run),
          new Benchmark(
              "splits",
              "mean scores over several random splits of small data sets, beside other learners'",
              SplitsBenchmark.OPTIONS,
              SplitsBenchmark::run),
          new Benchmark(
              "budget",
              "wall-clock time of ./nncreator auto, cold JVM, and time to the first network",
              BudgetBenchmark.OPTIONS,
              BudgetBenchmark::run),
          new Benchmark(
              "kill",
              "kill -9 at random moments: no half-written network, and the same call succeeds",
              KillBenchmark.OPTIONS,
              KillBenchmark::run),
          new Benchmark(
              "soak",
              "heap and memory over many creations in one JVM; answers while others create",
              SoakBenchmark.OPTIONS,
              SoakBenchmark::run),
          new Benchmark(
              "engine",
              "a training step and an answer against DJL's own API, Python and the machine's peak",
              EngineBenchmark.OPTIONS,
              EngineBenchmark::run),
          new Benchmark(
              "dialects",
              "which reader finds out the dialects of awkward files by itself",
              DialectComparison.OPTIONS,
              DialectComparison::run),
          new Benchmark(
              "large",
              "a table of millions of rows: profile beside DuckDB, memory of a creation",
              LargeBenchmark.OPTIONS,
              LargeBenchmark::run),
          new Benchmark(
              "serving",
              "requests, latency, processor time, start and memory of the server, beside DJL's",
              ServingBenchmark.OPTIONS,
              ServingBenchmark::run),
          new Benchmark(
              "sentences",
              "share of sentences that are understood as an expert would, per language",
              SentencesBenchmark.OPTIONS,
              SentencesBenchmark::run),
          new Benchmark(
              "jmh", "micro-benchmarks of JMH", "[arguments of JMH; -l lists them]", Main::jmh));

  private Main() {}

  /**
   * Runs a benchmark; without arguments, lists all of them.
   *
   * @param args name of the benchmark and its options
   * @throws Exception if it cannot be run
   */
  public static void main(String[] args) throws Exception {
    if (args.length == 0) {
      for (Benchmark benchmark : BENCHMARKS) {
        System.out.println(benchmark.name() + ": " + benchmark.about());
        System.out.println("    benchmarks/run " + benchmark.name() + " " + benchmark.options());
      }
      return;
    }
    for (Benchmark benchmark : BENCHMARKS) {
      if (benchmark.name().equals(args[0])) {
        System.exit(run(benchmark, List.of(args).subList(1, args.length)) ? 0 : 1);
      }
    }
    System.err.println("There is no benchmark (" + args[0] + "). benchmarks/run lists them.");
    System.exit(2);
  }

  private static boolean run(Benchmark benchmark, List<String> args) throws Exception {
    try {
      return benchmark.body().run(args);
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.err.println("Use: benchmarks/run " + benchmark.name() + " " + benchmark.options());
      System.exit(2);
      return false;
    }
  }

  private static boolean jmh(List<String> args) throws Exception {
    org.openjdk.jmh.Main.main(args.toArray(String[]::new));
    return true;
  }
}
