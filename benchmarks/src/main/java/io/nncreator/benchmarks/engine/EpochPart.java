// SPDX-License-Identifier: Apache-2.0
package io.nncreator.benchmarks.engine;

import io.nncreator.benchmarks.engine.Perceptron.Extras;
import java.util.Optional;

/** A step of a small network: our program against DJL's own API and against Python. */
final class EpochPart {
  private static final double MOST_OF_DJL = 0.50;
  private static final double MOST_OF_PYTHON = 0.60;
  private static final int EPOCHS = 24;

  private EpochPart() {}

  static void run(Scoreboard board, int rounds) throws Exception {
    Perceptron network = Perceptron.STANDARD;
    Contest contest = new Contest();
    contest.with("ours", EngineTraining.perStep(network, EPOCHS, Extras.NONE));
    Optional<PythonTraining> python = PythonTraining.start(network, EPOCHS);
    try (DjlApiTraining djl = new DjlApiTraining(network, EPOCHS)) {
      contest.with("djl", djl);
      python.ifPresent(side -> contest.with("python", side));
      contest.run(2, rounds);
    } finally {
      if (python.isPresent()) {
        python.get().close();
      }
    }
    report(board, contest, network, python);
  }

  private static void report(
      Scoreboard board, Contest contest, Perceptron network, Optional<PythonTraining> python) {
    String step = "a step of " + network + ": ";
    board.note(step + "ours", contest.cpu("ours"), "us");
    board.note(step + "DJL's Trainer, Adam", contest.cpu("djl"), "us");
    board.atMost(step + "ours / DJL's Trainer", contest.ratio("ours", "djl"), "x", MOST_OF_DJL);
    if (python.isPresent()) {
      String software = python.get().software();
      board.note(step + "Python, " + software, contest.cpu("python"), "us");
      board.atMost(step + "ours / Python", contest.ratio("ours", "python"), "x", MOST_OF_PYTHON);
    }
  }
}
