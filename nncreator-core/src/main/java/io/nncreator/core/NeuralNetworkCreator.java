// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core;

import io.nncreator.api.spi.ArchitectureGenerator;
import io.nncreator.api.spi.Deployer;
import io.nncreator.api.spi.LlmProvider;
import io.nncreator.api.spi.Trainer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

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

  /** Returns the language model that advises, if there is one. */
  Optional<LlmProvider> llm();

  /**
   * Returns what makes networks answer requests.
   *
   * @throws io.nncreator.api.error.ProviderException if none can work here
   */
  Deployer deployer();

  /** Tells which providers are used and why others are not. Opens no network connection. */
  List<ProviderStatus> providers();

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

    /** Sets the language model; otherwise the highest-ranking one that is found, or none. */
    Builder llm(LlmProvider llm);

    /** Sets what makes networks answer requests; otherwise the highest-ranking one. */
    Builder deployer(Deployer deployer);

    /** Sets the number of trainings that may run at once. Default: the number of cores. */
    Builder parallelism(int trainings);

    /** Returns a creator with these settings; the builder stays usable. */
    NeuralNetworkCreator build();
  }
}
