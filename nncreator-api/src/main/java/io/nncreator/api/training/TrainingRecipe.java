// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.training;

/**
 * How to train a network.
 *
 * @param loss what is made small
 * @param optimizer how parameters move
 * @param schedule how the learning rate changes
 * @param learningRate peak learning rate, positive
 * @param batchSize rows per step, at least 1
 * @param epochs passes over the training rows, at least 1
 * @param patience epochs without a better validation loss after which a member stops; 0 = never
 * @param clipNorm largest global norm of a member's gradient; 0 = no limit
 */
public record TrainingRecipe(
    Loss loss,
    Optimizer optimizer,
    Schedule schedule,
    double learningRate,
    int batchSize,
    int epochs,
    int patience,
    double clipNorm) {
  /** Checks the settings. */
  public TrainingRecipe {
    if (!(learningRate > 0 && Double.isFinite(learningRate))) {
      throw new IllegalArgumentException(
          "The learning rate (" + learningRate + ") must be positive.");
    }
    if (batchSize < 1 || epochs < 1 || patience < 0 || !(clipNorm >= 0)) {
      throw new IllegalArgumentException(
          "The batch size ("
              + batchSize
              + ") and epochs ("
              + epochs
              + ") must be at least 1, patience ("
              + patience
              + ") and clip norm ("
              + clipNorm
              + ") at least 0.");
    }
  }

  /** Returns this recipe with another number of epochs. */
  public TrainingRecipe withEpochs(int other) {
    return new TrainingRecipe(
        loss, optimizer, schedule, learningRate, batchSize, other, patience, clipNorm);
  }
}
