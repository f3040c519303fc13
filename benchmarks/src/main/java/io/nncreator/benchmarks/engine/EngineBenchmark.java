// SPDX-License-Identifier: Apache-2.0
package io.nncreator.benchmarks.engine;

import io.nncreator.benchmarks.report.Arguments;
import io.nncreator.djl.DjlTrainer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Training and answering: each figure beside its bar, all taken in one run. */
public final class EngineBenchmark {
  /** How it is called. */
  public static final String OPTIONS =
      "[--only epoch|members|peak|row|extras] [--rounds 9] [--network BUNDLE] [--json]";

  private EngineBenchmark() {}

  /** A part of the benchmark. */
  @FunctionalInterface
  private interface Part {
    void run(Scoreboard board, int rounds) throws Exception;
  }

  /** Runs it; true if every bar held. */
  public static boolean run(List<String> args) throws Exception {
    Arguments arguments =
        Arguments.parse(args, Set.of("json"), Set.of("only", "rounds", "network"));
    Map<String, Part> parts = new LinkedHashMap<>();
    parts.put("epoch", EpochPart::run);
    parts.put("members", MembersPart::run);
    parts.put("peak", PeakPart::run);
    parts.put("row", new RowPart(arguments.text("network"))::run);
    parts.put("extras", ExtrasPart::run);
    String only = arguments.text("only").orElse("");
    if (!only.isEmpty() && !parts.containsKey(only)) {
      throw new IllegalArgumentException(
          "There is no part (" + only + "), must be one of " + parts.keySet() + ".");
    }
    new DjlTrainer().warmUp();
    Scoreboard board = new Scoreboard();
    for (Map.Entry<String, Part> part : parts.entrySet()) {
      if (only.isEmpty() || only.equals(part.getKey())) {
        System.err.println(part.getKey() + " ...");
        part.getValue().run(board, arguments.number("rounds", 9));
      }
    }
    return board.print(arguments.has("json"));
  }
}
