// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core;

import io.nncreator.runtime.NeuralNetwork;
import java.util.concurrent.CompletionStage;

/** A running or ended creation. Thread-safe. */
public interface CreationJob {
  /** Returns the unique id, which is also the id of the network. */
  String id();

  /** Returns where it stands. */
  JobStatus status();

  /** Returns how far it is. */
  JobProgress progress();

  /**
   * Asks to end soon and keep the best network so far; before there is one, as soon as there is.
   * Does not block.
   */
  void stop();

  /** Asks to end soon and keep nothing. Does not block. */
  void cancel();

  /**
   * Returns the network to come; it fails with the {@link
   * io.nncreator.api.error.NnCreatorException} that ended the creation.
   */
  CompletionStage<NeuralNetwork> completion();

  /**
   * Waits for the network.
   *
   * @throws io.nncreator.api.error.NnCreatorException if the creation failed or was cancelled
   * @throws InterruptedException if the waiting thread is interrupted; the creation goes on
   */
  NeuralNetwork await() throws InterruptedException;
}
