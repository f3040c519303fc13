// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.spi;

import io.nncreator.api.graph.Graph;
import io.nncreator.api.graph.Weights;
import io.nncreator.api.training.Precision;
import io.nncreator.api.training.TrainingObserver;
import io.nncreator.api.training.TrainingRequest;
import io.nncreator.api.training.TrainingResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;

/** Trains networks. Thread-safe: several trainings may run at once. */
public interface Trainer extends Provider {
  /** What a trainer can do beyond training. */
  enum Capability {
    /** {@link #exportTorchScript}. */
    TORCHSCRIPT,
    /** Learning from {@link io.nncreator.api.training.RowChunks} beside rows in memory. */
    CHUNKS
  }

  /** Returns what it offers. */
  Set<Capability> capabilities();

  /**
   * Returns the precision in which wide products are fastest on this machine. It may load native
   * parts and take a fraction of a second to measure; the answer stays the same while the JVM runs.
   * No recipe is changed by it: whoever makes one may go by it.
   */
  default Precision fastestPrecision() {
    return Precision.FP32;
  }

  /** Loads native parts early, so that a first training starts sooner; may be called often. */
  default void warmUp() {}

  /**
   * Trains all members of a request on the calling thread.
   *
   * <p>The same request gives the same result on one machine and version, whatever else runs. The
   * first weights of a member are those of {@link Weights#initialize} with its seed. Members take
   * steps together, but none changes what another learns, beyond rounding; one that diverges ends
   * alone. Native memory is freed before it returns.
   *
   * @throws io.nncreator.api.error.ProviderException if the request has chunks and they are not
   *     among the {@link #capabilities}
   * @throws io.nncreator.api.error.TrainingException if the engine fails
   */
  TrainingResult train(TrainingRequest request, TrainingObserver observer);

  /**
   * Writes a TorchScript archive whose {@code forward} takes the graph's inputs in order and
   * returns its outputs (a tuple when there are several), on the CPU.
   *
   * @throws io.nncreator.api.error.ProviderException if not among the {@link #capabilities}
   * @throws IOException if the file cannot be written
   */
  void exportTorchScript(Graph graph, Weights weights, Path file) throws IOException;
}
