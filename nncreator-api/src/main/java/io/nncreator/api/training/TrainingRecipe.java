// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.training;

import org.jspecify.annotations.Nullable;

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
 * @param regularization factor on dropout rates and weight decay over the run; null = 1 throughout
 * @param averaging share of itself that an exponential average of the weights keeps in each step,
 *     in (0, 1); the averaged weights are validated and kept. null = no average
 * @param precision in which matrices are multiplied; null = left open, which trainers take as
 *     {@link Precision#FP32}
 */
public record TrainingRecipe(
    Loss loss,
    Optimizer optimizer,
    Schedule schedule,
    double learningRate,
    int batchSize,
    int epochs,
    int patience,
    double clipNorm,
    @Nullable Schedule regularization,
    @Nullable Double averaging,
    @Nullable Precision precision) {
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
    if (averaging != null && !(averaging > 0 && averaging < 1)) {
      throw new IllegalArgumentException(
          "The averaging (" + averaging + ") must be in (0, 1), or absent.");
    }
  }

  /** A recipe that multiplies in F32. */
  public TrainingRecipe(
      Loss loss,
      Optimizer optimizer,
      Schedule schedule,
      double learningRate,
      int batchSize,
      int epochs,
      int patience,
      double clipNorm,
      @Nullable Schedule regularization,
      @Nullable Double averaging) {
    this(
        loss,
        optimizer,
        schedule,
        learningRate,
        batchSize,
        epochs,
        patience,
        clipNorm,
        regularization,
        averaging,
        null);
  }

  /** A recipe with steady regularisation, which keeps the weights as they are. */
  public TrainingRecipe(
      Loss loss,
      Optimizer optimizer,
      Schedule schedule,
      double learningRate,
      int batchSize,
      int epochs,
      int patience,
      double clipNorm) {
    this(
        loss, optimizer, schedule, learningRate, batchSize, epochs, patience, clipNorm, null, null);
  }

  /**
   * Returns the learning rate of a step.
   *
   * @param progress share of all steps that are done, in [0, 1)
   */
  public double rateAt(double progress) {
    return learningRate * schedule.factor(progress);
  }

  /**
   * Returns the factor on dropout rates and weight decay of a step.
   *
   * @param progress share of all steps that are done, in [0, 1)
   */
  public double regularizationAt(double progress) {
    return regularization == null ? 1 : regularization.factor(progress);
  }

  /** Returns this recipe with another number of epochs. */
  public TrainingRecipe withEpochs(int other) {
    return new TrainingRecipe(
        loss,
        optimizer,
        schedule,
        learningRate,
        batchSize,
        other,
        patience,
        clipNorm,
        regularization,
        averaging,
        precision);
  }

  /** Returns this recipe with another learning rate. */
  public TrainingRecipe withLearningRate(double other) {
    return new TrainingRecipe(
        loss,
        optimizer,
        schedule,
        other,
        batchSize,
        epochs,
        patience,
        clipNorm,
        regularization,
        averaging,
        precision);
  }

  /** Returns this recipe with another precision of products. */
  public TrainingRecipe withPrecision(Precision other) {
    return new TrainingRecipe(
        loss,
        optimizer,
        schedule,
        learningRate,
        batchSize,
        epochs,
        patience,
        clipNorm,
        regularization,
        averaging,
        other);
  }
}
