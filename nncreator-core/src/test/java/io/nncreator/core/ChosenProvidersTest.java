// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.nncreator.api.deploy.Deployment;
import io.nncreator.api.deploy.DeploymentListener;
import io.nncreator.api.deploy.DeploymentRequest;
import io.nncreator.api.graph.Graph;
import io.nncreator.api.graph.Weights;
import io.nncreator.api.spi.ArchitectureGenerator;
import io.nncreator.api.spi.Availability;
import io.nncreator.api.spi.Deployer;
import io.nncreator.api.spi.LlmProvider;
import io.nncreator.api.spi.Provider;
import io.nncreator.api.spi.Trainer;
import io.nncreator.api.training.TrainingObserver;
import io.nncreator.api.training.TrainingRequest;
import io.nncreator.api.training.TrainingResult;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The class path of the tests offers one language model and one deployer, and no trainer. */
@DisplayName("A creator")
class ChosenProvidersTest {
  @Test
  @DisplayName("takes providers from the class path")
  void found() {
    try (NeuralNetworkCreator creator = NeuralNetworkCreator.builder().trainer(new Own()).build()) {
      assertThat(creator.llm().map(Provider::id)).contains("found");
      assertThat(creator.deployer().id()).isEqualTo("found");
    }
  }

  @Test
  @DisplayName("prefers the providers that the builder was given, and says so")
  void set() {
    Own own = new Own();
    try (NeuralNetworkCreator creator =
        NeuralNetworkCreator.builder()
            .trainer(own)
            .llm(own)
            .deployer(own)
            .architectures(own)
            .build()) {
      assertThat(creator.llm()).contains(own);
      assertThat(creator.deployer()).isSameAs(own);
      assertThat(creator.providers())
          .extracting(status -> status.part() + " " + status.id() + " " + status.used())
          .containsExactly(
              "trainer own true",
              "architectures templates true",
              "architectures own true",
              "llm own true",
              "llm found false",
              "deployer own true",
              "deployer found false");
    }
  }

  /** One object for every part; only its choice matters here. */
  private static final class Own implements Trainer, LlmProvider, Deployer, ArchitectureGenerator {
    @Override
    public String id() {
      return "own";
    }

    @Override
    public Availability probe() {
      return new Availability.Ready();
    }

    @Override
    public Set<Capability> capabilities() {
      return Set.of();
    }

    @Override
    public TrainingResult train(TrainingRequest request, TrainingObserver observer) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void exportTorchScript(Graph graph, Weights weights, Path file) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<Candidate> generate(ArchitectureGenerator.Request request) {
      return List.of();
    }

    @Override
    public Answer complete(Prompt prompt) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Deployment deploy(DeploymentRequest request, DeploymentListener listener) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Deployment> find(String name, DeploymentListener listener) {
      return Optional.empty();
    }

    @Override
    public List<String> names() {
      return List.of();
    }
  }

  /** What the class path offers for both of these parts. */
  public static final class Found implements LlmProvider, Deployer {
    @Override
    public String id() {
      return "found";
    }

    @Override
    public Availability probe() {
      return new Availability.Ready();
    }

    @Override
    public Answer complete(Prompt prompt) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Deployment deploy(DeploymentRequest request, DeploymentListener listener) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Deployment> find(String name, DeploymentListener listener) {
      return Optional.empty();
    }

    @Override
    public List<String> names() {
      return List.of();
    }
  }
}
