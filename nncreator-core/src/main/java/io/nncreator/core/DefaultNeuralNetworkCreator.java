// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core;

import io.nncreator.api.spi.ArchitectureGenerator;
import io.nncreator.api.spi.Deployer;
import io.nncreator.api.spi.LlmProvider;
import io.nncreator.api.spi.Trainer;
import io.nncreator.core.internal.architecture.TemplateArchitectures;
import io.nncreator.core.internal.discovery.Part;
import io.nncreator.core.internal.discovery.Providers;
import io.nncreator.core.internal.engine.CreationEngine;
import io.nncreator.core.internal.workspace.Workspace;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The creator behind {@link NeuralNetworkCreator#builder}. */
final class DefaultNeuralNetworkCreator implements NeuralNetworkCreator {
  private final ChosenProviders providers;
  private final CreationEngine engine;
  private final Workspace workspace;
  private final Clock clock;
  private final Set<DefaultCreationJob> jobs = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  private DefaultNeuralNetworkCreator(
      ChosenProviders providers, int parallelism, Workspace workspace, Clock clock) {
    this.providers = providers;
    this.engine = new CreationEngine(providers.trainer(), providers.architectures(), parallelism);
    this.workspace = workspace;
    this.clock = clock;
  }

  @Override
  public CreationSpec create(String description) {
    if (closed) {
      throw new IllegalStateException("The creator is closed.");
    }
    return new DefaultCreationSpec(this, description);
  }

  @Override
  public Optional<LlmProvider> llm() {
    return providers.llm();
  }

  @Override
  public Deployer deployer() {
    return providers.requireDeployer();
  }

  @Override
  public List<ProviderStatus> providers() {
    return providers.survey();
  }

  CreationEngine engine() {
    return engine;
  }

  Workspace workspace() {
    return workspace;
  }

  Clock clock() {
    return clock;
  }

  void begin(DefaultCreationJob job) {
    if (closed) {
      throw new IllegalStateException("The creator is closed.");
    }
    jobs.add(job);
    job.completion().whenComplete((network, failure) -> jobs.remove(job));
    job.begin();
  }

  @Override
  public void close() {
    closed = true;
    jobs.forEach(DefaultCreationJob::cancel);
    engine.close();
  }

  /** Gathers settings. */
  static final class DefaultBuilder implements Builder {
    private Path workspace = DEFAULT_WORKSPACE;
    private @Nullable Trainer trainer;
    private @Nullable LlmProvider llm;
    private @Nullable Deployer deployer;
    private final List<ArchitectureGenerator> generators = new ArrayList<>();
    private int parallelism = Runtime.getRuntime().availableProcessors();

    @Override
    public Builder workspace(Path folder) {
      workspace = folder;
      return this;
    }

    @Override
    public Builder trainer(Trainer chosen) {
      trainer = chosen;
      return this;
    }

    @Override
    public Builder architectures(ArchitectureGenerator generator) {
      generators.add(generator);
      return this;
    }

    @Override
    public Builder llm(LlmProvider chosen) {
      llm = chosen;
      return this;
    }

    @Override
    public Builder deployer(Deployer chosen) {
      deployer = chosen;
      return this;
    }

    @Override
    public Builder parallelism(int trainings) {
      if (trainings < 1) {
        throw new IllegalArgumentException(
            "The parallelism (" + trainings + ") must be at least 1.");
      }
      parallelism = trainings;
      return this;
    }

    @Override
    public NeuralNetworkCreator build() {
      List<ArchitectureGenerator> all = new ArrayList<>();
      all.add(new TemplateArchitectures());
      all.addAll(generators.isEmpty() ? Providers.ready(ArchitectureGenerator.class) : generators);
      ChosenProviders providers =
          new ChosenProviders(
              trainer == null ? Providers.choose(Part.TRAINER) : trainer,
              List.copyOf(all),
              llm == null ? Providers.find(Part.LLM) : Optional.of(llm),
              deployer == null ? Providers.find(Part.DEPLOYER) : Optional.of(deployer));
      return new DefaultNeuralNetworkCreator(
          providers, parallelism, new Workspace(workspace), Clock.systemUTC());
    }
  }
}
