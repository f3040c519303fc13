// SPDX-License-Identifier: Apache-2.0
package io.nncreator.benchmarks.engine;

import io.nncreator.api.training.TrainingObserver;
import io.nncreator.api.training.TrainingRequest;
import io.nncreator.djl.DjlTrainer;

/** NNCreator's engine, as whole trainings through the Trainer SPI: program, start and end count. */
final class EngineTraining implements Contest.Side {
  private final DjlTrainer trainer = new DjlTrainer();
  private final TrainingRequest request;
  private final long units;

  /**
   * Takes what to train.
   *
   * @param units into how many units the time is divided
   */
  EngineTraining(TrainingRequest request, long units) {
    this.request = request;
    this.units = units;
  }

  /** Trains a network for some epochs, per step. */
  static EngineTraining perStep(Perceptron network, int epochs, Perceptron.Extras extras) {
    return new EngineTraining(
        network.request(epochs, 1, extras), (long) epochs * network.stepsPerEpoch());
  }

  @Override
  public Effort round() throws Exception {
    return Effort.of(units, () -> trainer.train(request, TrainingObserver.NONE));
  }
}
