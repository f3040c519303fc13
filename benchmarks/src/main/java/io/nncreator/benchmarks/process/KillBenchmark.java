// SPDX-License-Identifier: Apache-2.0
package io.nncreator.benchmarks.process;

import io.nncreator.api.error.NnCreatorException;
import io.nncreator.benchmarks.report.Arguments;
import io.nncreator.benchmarks.report.Figures;
import io.nncreator.benchmarks.report.TemporaryFolder;
import io.nncreator.runtime.NeuralNetwork;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Kills creations at random moments: what is left is a whole network or none. */
public final class KillBenchmark {
  /** How it is called. */
  public static final String OPTIONS = "[--rounds 10] [--budget 8] [--seed 1] [--json]";

  private static final int SHORT_BUDGET = 5;

  /** A call may have ended before its moment; it then says nothing and another one is made. */
  private static final int MOST_TRIES = 5;

  private KillBenchmark() {}

  /** Whether a call was killed at work, and all was well afterwards. */
  private record Round(boolean killed, boolean sound) {}

  /**
   * Runs it; true if nothing half-written was found and every repeated call succeeded, in as many
   * rounds with a call killed at work as were asked for.
   */
  public static boolean run(List<String> args) throws IOException, InterruptedException {
    Arguments arguments = Arguments.parse(args, Set.of("json"), Set.of("rounds", "budget", "seed"));
    int budget = arguments.number("budget", 8);
    Random random = new Random(arguments.number("seed", 1));
    Figures figures = new Figures("kill");
    uninterrupted(budget); // the first one also fills caches
    long whole = uninterrupted(budget);
    System.err.println("undisturbed: " + whole + " ms");
    int wanted = arguments.number("rounds", 10);
    boolean sound = true;
    int killed = 0;
    for (int round = 1; killed < wanted && round <= MOST_TRIES * wanted; round++) {
      // Late moments are the dangerous ones: that is when files are written.
      double share = round % 2 == 0 ? 0.75 + 0.25 * random.nextDouble() : random.nextDouble();
      long millis = 100 + (long) (share * (whole - 100));
      System.err.println("round " + round + ": kill after " + millis + " ms ...");
      Round outcome = round(millis, budget, figures);
      killed += outcome.killed() ? 1 : 0;
      sound &= outcome.sound();
    }
    figures.print(arguments.has("json"));
    return sound && killed >= wanted;
  }

  /** Returns how long the call takes when nobody kills it, in milliseconds. */
  private static long uninterrupted(int budget) throws IOException, InterruptedException {
    // A first call may have to build the command line.
    CommandLineProcess.start(List.of("--version")).await();
    try (TemporaryFolder folder = new TemporaryFolder()) {
      Path bundle = folder.path().resolve("network");
      long start = System.nanoTime();
      int code = CommandLineProcess.start(call(folder, bundle, budget)).await();
      if (code != 0) {
        throw new IllegalStateException("The undisturbed call ended with " + code + ".");
      }
      return (System.nanoTime() - start) / 1_000_000;
    }
  }

  private static Round round(long millis, int budget, Figures figures)
      throws IOException, InterruptedException {
    try (TemporaryFolder folder = new TemporaryFolder()) {
      Path bundle = folder.path().resolve("network");
      boolean killed = CommandLineProcess.start(call(folder, bundle, budget)).killAfter(millis);
      String left = left(bundle);
      Path again = left.equals("none") ? bundle : folder.path().resolve("again");
      int code = CommandLineProcess.start(call(folder, again, SHORT_BUDGET)).await();
      figures
          .row()
          .put("after_ms", millis)
          .put("killed", killed)
          .put("left", left)
          .put("same_call_exit_code", code);
      boolean sound = code == 0 && !left.startsWith("broken") && left(again).equals("whole");
      return new Round(killed, sound);
    }
  }

  private static List<String> call(TemporaryFolder folder, Path bundle, int budget) {
    return List.of(
        "auto",
        "Tell species",
        "--data",
        CommandLineProcess.example("penguins.csv"),
        "--budget",
        budget + "s",
        "--workspace",
        folder.path().resolve("workspace").toString(),
        "--out",
        bundle.toString(),
        "--json");
  }

  private static String left(Path bundle) {
    if (!Files.exists(bundle)) {
      return "none";
    }
    try (NeuralNetwork network = NeuralNetwork.load(bundle)) {
      return network.location().equals(bundle) ? "whole" : "moved";
    } catch (NnCreatorException e) {
      return "broken: " + e.code();
    }
  }
}
