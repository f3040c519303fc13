// SPDX-License-Identifier: Apache-2.0
package io.nncreator.benchmarks.process;

import io.nncreator.benchmarks.report.Arguments;
import io.nncreator.benchmarks.report.Figures;
import io.nncreator.benchmarks.report.TemporaryFolder;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/** Wall-clock time of a creation, from the start of a cold JVM to its end. */
public final class BudgetBenchmark {
  /** How it is called. */
  public static final String OPTIONS =
      "[--budgets 5,60] [--data penguins.csv,concrete.csv] [--json]";

  /** Start and end of the JVM, which no budget inside it can cover. */
  private static final double MOST_OVERHEAD_SECONDS = 3;

  private BudgetBenchmark() {}

  /** Runs it; true if no run took longer than its budget and the start of a JVM. */
  public static boolean run(List<String> args) throws IOException, InterruptedException {
    Arguments arguments = Arguments.parse(args, Set.of("json"), Set.of("budgets", "data"));
    Figures figures = new Figures("budget");
    boolean kept = true;
    for (String data : arguments.text("data").orElse("penguins.csv,concrete.csv").split(",")) {
      for (String budget : arguments.text("budgets").orElse("5,60").split(",")) {
        kept &= measure(data, Integer.parseInt(budget), figures);
      }
    }
    figures.print(arguments.has("json"));
    return kept;
  }

  private static boolean measure(String data, int budget, Figures figures)
      throws IOException, InterruptedException {
    System.err.println(data + " in " + budget + " s ...");
    try (TemporaryFolder folder = new TemporaryFolder()) {
      CommandLineProcess process =
          CommandLineProcess.start(
              List.of(
                  "auto",
                  "Tell " + (data.startsWith("concrete") ? "compressive_strength" : "species"),
                  "--data",
                  CommandLineProcess.example(data),
                  "--budget",
                  budget + "s",
                  "--workspace",
                  folder.path().toString(),
                  "--json"));
      int code = process.await();
      double seconds = process.seconds();
      figures
          .row()
          .put("data", data)
          .put("budget_s", budget)
          .put("exit_code", code)
          .put("wall_s", seconds)
          .put("first_network_s", process.when("best so far").orElse(Double.NaN));
      if (code != 0) {
        System.err.println(process.output());
      }
      return code == 0 && seconds <= budget + MOST_OVERHEAD_SECONDS;
    }
  }
}
