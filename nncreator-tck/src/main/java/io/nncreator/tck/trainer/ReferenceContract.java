// SPDX-License-Identifier: Apache-2.0
package io.nncreator.tck.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.nncreator.api.graph.ParameterGroup;
import io.nncreator.api.graph.ParameterSpec;
import io.nncreator.api.graph.Weights;
import io.nncreator.api.network.Dropout;
import io.nncreator.api.network.LayerNode;
import io.nncreator.api.network.NetworkAssembly;
import io.nncreator.api.network.NetworkSpec;
import io.nncreator.api.training.AdamW;
import io.nncreator.api.training.ConstantRate;
import io.nncreator.api.training.Cosine;
import io.nncreator.api.training.CrossEntropy;
import io.nncreator.api.training.FlatCosine;
import io.nncreator.api.training.Member;
import io.nncreator.api.training.Momentum;
import io.nncreator.api.training.Optimizer;
import io.nncreator.api.training.Schedule;
import io.nncreator.api.training.TrainingObserver;
import io.nncreator.api.training.TrainingRecipe;
import io.nncreator.api.training.TrainingRequest;
import io.nncreator.api.training.TrainingResult;
import io.nncreator.api.training.TrainingRows;
import io.nncreator.tck.random.RandomNetworks;
import io.nncreator.tck.random.RandomRecipes;
import io.nncreator.tck.random.RandomRows;
import io.nncreator.tck.reference.FiniteDifferences;
import io.nncreator.tck.reference.ReferenceTrainer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** It computes what the op graph says. */
public interface ReferenceContract extends TrainerUnderTest {
  /** Returns how many random networks are compared. */
  default int networks() {
    return 12;
  }

  /**
   * One step of plain descent over all rows moves the first weights, which are those of {@link
   * Weights#initialize}, by the gradient that finite differences give.
   */
  @Test
  @DisplayName("moves along the true gradient, on random networks")
  default void movesAlongTheGradient() {
    RandomNetworks random = new RandomNetworks(21);
    RandomRecipes recipes = new RandomRecipes(21);
    for (int i = 0; i < networks(); i++) {
      boolean classification = i % 2 == 0;
      NetworkAssembly network = withoutDropout(random, classification ? 1 + i % 5 : 1);
      TrainingRows rows = rows(network, classification, i);
      TrainingRecipe recipe =
          new TrainingRecipe(
              recipes.loss(classification),
              new Momentum(0, 0),
              new ConstantRate(),
              1,
              rows.rows(),
              1,
              0,
              0);
      Member member = Problems.all(rows, 5 + i);
      TrainingRequest request = Problems.request(network, recipe, rows, List.of(member));
      Weights first = Weights.initialize(Outcomes.parameters(request), new long[] {member.seed()});
      FiniteDifferences differences = new FiniteDifferences(network, recipe.loss(), first, rows);

      Weights moved = trainer().train(request, TrainingObserver.NONE).weights();

      for (ParameterSpec parameter : Outcomes.parameters(request)) {
        String name = parameter.name();
        double rate = parameter.group().rate();
        int[] elements = differences.spread(name, 8);
        double[] gradient = differences.gradient(name, elements);
        float[] from = Outcomes.floats(first, name);
        float[] to = Outcomes.floats(moved, name);
        for (int j = 0; j < gradient.length; j++) {
          int element = elements[j];
          assertThat(((double) from[element] - to[element]) / rate)
              .as("gradient of element %s of %s in %s", element, name, network)
              .isCloseTo(gradient[j], within(1e-4 * Math.max(1, Math.abs(gradient[j]))));
        }
      }
    }
  }

  /** Each optimiser with schedule, clipping and decay, when every step takes all rows. */
  @Test
  @DisplayName("ends where the reference trainer ends when no order of rows matters")
  default void endsWhereTheReferenceEnds() {
    TrainingRows rows = Problems.exclusiveOr(20);
    List<Optimizer> optimizers =
        List.of(
            new AdamW(0.8, 0.95, 1e-3, 0.1),
            new AdamW(0.9, 0.999, 1e-3, 0),
            new Momentum(0.9, 0.01),
            new Momentum(0, 0));
    for (Optimizer optimizer : optimizers) {
      for (double clip : new double[] {0, 0.05}) {
        endsWhereTheReferenceEnds(rows, Problems.curved(rows, 4, 2), steady(optimizer, clip));
      }
    }
  }

  /** Groups of parameters, scheduled decay and averaged weights, when every step takes all rows. */
  @Test
  @DisplayName("ends where the reference trainer ends with groups, schedules and averages")
  default void endsWhereTheReferenceEndsInGroups() {
    TrainingRows rows = Problems.exclusiveOr(20);
    NetworkAssembly network = grouped(Problems.curved(rows, 4, 2));
    for (Optimizer optimizer : List.of(new AdamW(0.8, 0.95, 1e-3, 0.1), new Momentum(0.9, 0.01))) {
      TrainingRecipe steady = steady(optimizer, 0);
      for (Schedule regularization : Arrays.asList(null, new FlatCosine(0.3))) {
        for (Double averaging : Arrays.asList(null, 0.6)) {
          TrainingRecipe recipe =
              new TrainingRecipe(
                  steady.loss(),
                  optimizer,
                  steady.schedule(),
                  steady.learningRate(),
                  steady.batchSize(),
                  steady.epochs(),
                  steady.patience(),
                  steady.clipNorm(),
                  regularization,
                  averaging);
          endsWhereTheReferenceEnds(rows, network, recipe);
        }
      }
    }
  }

  /** Members whose learning rates differ, as a search for the best rate has them. */
  @Test
  @DisplayName("ends where the reference trainer ends with a rate for each member")
  default void endsWhereTheReferenceEndsAtOwnRates() {
    TrainingRows rows = Problems.exclusiveOr(21);
    NetworkAssembly network = grouped(Problems.curved(rows, 4, 2));
    List<Member> folds = Problems.folds(rows, 3);
    List<Member> apart =
        List.of(folds.get(0), folds.get(1).withRate(0.3), folds.get(2).withRate(2.5));
    List<Member> alike = folds.stream().map(member -> member.withRate(0.4)).toList();
    for (Optimizer optimizer : List.of(new AdamW(0.8, 0.95, 1e-3, 0.1), new Momentum(0.9, 0.01))) {
      for (List<Member> members : List.of(apart, alike, apart.subList(1, 2))) {
        endsWhereTheReferenceEnds(
            Problems.request(network, steady(optimizer, 0.05), rows, members));
      }
    }
  }

  private void endsWhereTheReferenceEnds(
      TrainingRows rows, NetworkAssembly network, TrainingRecipe recipe) {
    endsWhereTheReferenceEnds(Problems.request(network, recipe, rows, Problems.folds(rows, 2)));
  }

  private void endsWhereTheReferenceEnds(TrainingRequest request) {
    TrainingResult expected = new ReferenceTrainer().train(request, TrainingObserver.NONE);
    TrainingResult result = trainer().train(request, TrainingObserver.NONE);
    Outcomes.requireTrue(request, result);
    Outcomes.requireClose(result.weights(), expected.weights(), 1e-4);
  }

  private static TrainingRecipe steady(Optimizer optimizer, double clip) {
    return new TrainingRecipe(
        new CrossEntropy(0.1), optimizer, new Cosine(0.3), 0.05, 100, 6, 0, clip);
  }

  private static NetworkAssembly grouped(NetworkAssembly network) {
    List<LayerNode> nodes = new ArrayList<>();
    for (LayerNode node : network.body().nodes()) {
      ParameterGroup group = new ParameterGroup(0.5 + nodes.size(), nodes.size());
      nodes.add(new LayerNode(node.id(), node.layer(), node.inputs(), group));
    }
    NetworkSpec body =
        new NetworkSpec(
            network.body().name(),
            network.body().embeddingWidth(),
            nodes,
            new ParameterGroup(0.25, 1),
            new ParameterGroup(2, 3));
    return new NetworkAssembly(network.layout(), body, network.outputs());
  }

  /** Random networks and recipes in three members, dropout included. */
  @Test
  @DisplayName("trains random networks and tells the truth about them")
  default void trainsRandomNetworks() {
    RandomNetworks random = new RandomNetworks(22);
    RandomRecipes recipes = new RandomRecipes(22);
    for (int i = 0; i < networks(); i++) {
      boolean classification = i % 2 == 0;
      NetworkAssembly network = random.network(classification ? 1 + i % 5 : 1);
      TrainingRows rows = rows(network, classification, i);
      TrainingRequest request =
          Problems.request(network, recipes.recipe(classification), rows, Problems.folds(rows, 3));
      Outcomes.requireTrue(request, trainer().train(request, TrainingObserver.NONE));
    }
  }

  private static NetworkAssembly withoutDropout(RandomNetworks random, int outputs) {
    while (true) {
      NetworkAssembly network = random.network(outputs);
      if (network.body().nodes().stream().noneMatch(node -> node.layer() instanceof Dropout)) {
        return network;
      }
    }
  }

  private static TrainingRows rows(NetworkAssembly network, boolean classification, long seed) {
    RandomRows random = new RandomRows(seed);
    return classification
        ? random.labelled(network.layout(), 9, network.outputs())
        : random.valued(network.layout(), 9);
  }
}
