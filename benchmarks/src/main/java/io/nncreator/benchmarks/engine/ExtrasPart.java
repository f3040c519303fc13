// SPDX-License-Identifier: Apache-2.0
package io.nncreator.benchmarks.engine;

import io.nncreator.benchmarks.engine.Perceptron.Extras;

/**
 * What dropout and clipping add to a step, what a step costs at least, and what bf16 would gain.
 */
final class ExtrasPart {
  private static final int EPOCHS = 24;

  private ExtrasPart() {}

  static void run(Scoreboard board, int rounds) throws Exception {
    Perceptron network = Perceptron.STANDARD;
    Perceptron least = new Perceptron(1, 1, 0, 2, 1, 512);
    Contest contest =
        new Contest()
            .with("plain", EngineTraining.perStep(network, EPOCHS, Extras.NONE))
            .with("dropout", EngineTraining.perStep(network, EPOCHS, new Extras(0.1, 0)))
            .with("clipping", EngineTraining.perStep(network, EPOCHS, new Extras(0, 1)))
            .with("least", EngineTraining.perStep(least, 8, Extras.NONE))
            .run(2, rounds);
    String step = "a step of " + network + ": ";
    board.note(step + "with dropout 0.1", contest.ratio("dropout", "plain"), "x");
    board.note(step + "with clipping", contest.ratio("clipping", "plain"), "x");
    board.note("a step of a linear network on one row", contest.cpu("least"), "us");
    Bfloat16.report(board, rounds);
  }
}
