// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core;

import io.nncreator.api.spi.ArchitectureGenerator;
import io.nncreator.api.spi.Trainer;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Creates neural networks from a sentence and data. Thread-safe; several creations may run at once
 * and share the processor cores. Close it to end running creations and free its threads, which are
 * daemons and never keep a JVM alive.
 */
public interface NeuralNetworkCreator extends AutoCloseable {
  /** Time limit of a creation that sets none. */
  Duration DEFAULT_BUDGET = Duration.ofMinutes(1);

  /** Seed of a creation that sets none. */
  long DEFAULT_SEED = 42;

  /** Folder of networks when none is set: {@code ./workspace/neural_networks}. */
  Path DEFAULT_WORKSPACE = Path.of("workspace", "neural_networks");

  /**
   * Returns a creator with all defaults: embedded, without network access.
   *
   * @throws io.nncreator.api.error.ProviderException if no trainer is on the class path
   */
  static NeuralNetworkCreator create() {
    return builder().build();
  }

  /** Returns a builder of creators. */
  static Builder builder() {
    return new DefaultNeuralNetworkCreator.DefaultBuilder();
  }

  /** Begins the description of a network. */
  CreationSpec create(String description);

  /** Ends running creations without a result and frees all threads. May be called again. */
  @Override
  void close();

  /** Gathers settings of a creator. */
  interface Builder {
    /** Sets the folder in which networks are kept. */
    Builder workspace(Path folder);

    /** Sets what trains networks; otherwise the highest-ranking one that is found. */
    Builder trainer(Trainer trainer);

    /**
     * Adds a source of architectures after the built-in templates. Sources on the class path are
     * taken only where none is added here.
     */
    Builder architectures(ArchitectureGenerator generator);

    /** Sets the number of trainings that may run at once. Default: the number of cores. */
    Builder parallelism(int trainings);

    /** Returns a creator with these settings; the builder stays usable. */
    NeuralNetworkCreator build();
  }
}
