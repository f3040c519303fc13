// SPDX-License-Identifier: Apache-2.0
package io.nncreator.benchmarks.engine;

import io.nncreator.benchmarks.engine.Perceptron.Extras;

/** Many small networks trained at once against one after the other. */
final class MembersPart {
  private static final int MEMBERS = 32;
  private static final double LEAST_GAIN = 15;
  private static final int EPOCHS = 8;

  private MembersPart() {}

  static void run(Scoreboard board, int rounds) throws Exception {
    measure(board, rounds, new Perceptron(16, 32, 2, 2, 32, 32), true);
    measure(board, rounds, new Perceptron(16, 64, 2, 2, 32, 32), false);
  }

  private static void measure(Scoreboard board, int rounds, Perceptron network, boolean judged)
      throws Exception {
    long steps = (long) EPOCHS * network.stepsPerEpoch();
    Contest contest = new Contest();
    contest.with(
        "at once",
        new EngineTraining(network.request(EPOCHS, MEMBERS, Extras.NONE), steps * MEMBERS));
    contest.with("one by one", EngineTraining.perStep(network, EPOCHS, Extras.NONE));
    try (DjlApiTraining djl = new DjlApiTraining(network, EPOCHS)) {
      contest.with("djl", djl).run(2, rounds);
    }
    String what = MEMBERS + " networks " + network + ": ";
    board.note(what + "a step of one, all at once", contest.cpu("at once"), "us");
    board.note(what + "a step, one by one", contest.cpu("one by one"), "us");
    String gain = what + "gain over DJL's Trainer one by one";
    double overDjl = contest.ratio("djl", "at once");
    if (judged) {
      board.atLeast(gain, overDjl, "x", LEAST_GAIN);
    } else {
      board.note(gain, overDjl, "x");
    }
    board.note(what + "gain over our own one by one", contest.ratio("one by one", "at once"), "x");
  }
}
