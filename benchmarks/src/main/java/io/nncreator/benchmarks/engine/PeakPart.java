// SPDX-License-Identifier: Apache-2.0
package io.nncreator.benchmarks.engine;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.jni.JniUtils;
import io.nncreator.benchmarks.engine.Perceptron.Extras;

/** How much of the machine's peak a wide network reaches. */
final class PeakPart {
  private static final double LEAST_SHARE = 0.7;
  private static final int SIDE = 1024;
  private static final int PRODUCTS = 16;
  private static final double FLOPS_PER_MICRO_IN_GFLOPS = 1e3;

  private PeakPart() {}

  static void run(Scoreboard board, int rounds) throws Exception {
    Perceptron network = new Perceptron(512, 512, 2, 10, 1024, 8);
    Contest contest = new Contest();
    contest.with("step", EngineTraining.perStep(network, 4, Extras.NONE));
    try (NDManager arrays = NDManager.newBaseManager(Device.cpu(), "PyTorch")) {
      NDArray a = arrays.randomNormal(0, 1, new Shape(SIDE, SIDE), DataType.FLOAT32);
      NDArray b = arrays.randomNormal(0, 1, new Shape(SIDE, SIDE), DataType.FLOAT32);
      contest.with("product", () -> Effort.of(PRODUCTS, () -> multiply(a, b)));
      contest.run(1, rounds);
    }
    double peak = 2.0 * SIDE * SIDE * SIDE / contest.cpu("product") / FLOPS_PER_MICRO_IN_GFLOPS;
    double reached = network.stepFlops() / contest.cpu("step") / FLOPS_PER_MICRO_IN_GFLOPS;
    board.note("product of matrices " + SIDE + " x " + SIDE + ", fp32", peak, "GFLOP/s");
    board.note("a step of " + network + ", fp32", reached, "GFLOP/s");
    double share =
        network.stepFlops() / (2.0 * SIDE * SIDE * SIDE) * contest.ratio("product", "step");
    board.atLeast("a step of " + network + ": share of the peak", share, "x", LEAST_SHARE);
  }

  private static boolean multiply(NDArray a, NDArray b) {
    boolean gradients = JniUtils.isGradMode();
    JniUtils.setGradMode(false);
    for (int i = 0; i < PRODUCTS; i++) {
      a.matMul(b).close();
    }
    JniUtils.setGradMode(gradients);
    return gradients;
  }
}
