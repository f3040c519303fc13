// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.training;

/** Watches a training and may end it. Called on the training's thread; be quick. */
public interface TrainingObserver {
  /** An observer that lets every training run to its end. */
  TrainingObserver NONE = progress -> {};

  /** Is told after each epoch. */
  void onEpoch(EpochProgress progress);

  /**
   * Returns whether the training should end now with the best weights so far. Asked at least every
   * 200 ms.
   */
  default boolean stopRequested() {
    return false;
  }
}
