// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.planning;

import io.nncreator.api.network.NetworkAssembly;
import io.nncreator.api.network.NetworkCost;
import io.nncreator.api.training.TrainingRecipe;

/**
 * Predicts how long a training takes from counts alone. It uses fixed, cautious figures of a modest
 * core instead of a measurement, so that the same call makes the same plan on every machine.
 */
final class TrainingCost {
  /** Time of one training step that does not depend on its size: kernel launches. */
  private static final double SECONDS_PER_STEP = 350e-6;

  /** Time of one epoch that does not depend on its size: judging the validation rows. */
  private static final double SECONDS_PER_EPOCH = 1e-3;

  /** Time for making and loading the program of one training. */
  private static final double SECONDS_TO_LOAD = 0.1;

  /** Time that one value of one row costs forward and backward: small networks wait for memory. */
  private static final double SECONDS_PER_ACTIVATION = 3.5e-9;

  /** Arithmetic that one modest core does in small matrix products. */
  private static final double FLOPS_PER_SECOND = 60e9;

  private TrainingCost() {}

  /** Returns core-seconds for training some members together. */
  static double seconds(
      NetworkAssembly network, TrainingRecipe recipe, int trainingRows, int members) {
    NetworkCost cost = NetworkCost.of(network);
    int batch = Math.min(recipe.batchSize(), trainingRows);
    double steps = (double) recipe.epochs() * Math.max(1, trainingRows / batch);
    double arithmetic = 3.0 * cost.flopsPerRow() * batch + 20.0 * cost.parameters();
    double perMember =
        arithmetic / FLOPS_PER_SECOND
            + (double) cost.activationsPerRow() * batch * SECONDS_PER_ACTIVATION;
    return SECONDS_TO_LOAD
        + recipe.epochs() * SECONDS_PER_EPOCH
        + steps * (SECONDS_PER_STEP + members * perMember);
  }
}
