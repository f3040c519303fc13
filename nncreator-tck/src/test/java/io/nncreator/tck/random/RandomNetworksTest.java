// SPDX-License-Identifier: Apache-2.0
package io.nncreator.tck.random;

import static org.assertj.core.api.Assertions.assertThat;

import io.nncreator.api.graph.Weights;
import io.nncreator.api.network.Layer;
import io.nncreator.api.network.LayerNode;
import io.nncreator.api.network.Layers;
import io.nncreator.api.network.NetworkAssembly;
import io.nncreator.api.network.NetworkCost;
import io.nncreator.tck.reference.LossGraph;
import io.nncreator.tck.reference.ReferenceInterpreter;
import io.nncreator.tck.reference.ReferenceTensor;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RandomNetworksTest {
  private static final int SPECS = 200;

  @Test
  void drawsEveryLayerOfTheCatalogue() {
    RandomNetworks networks = new RandomNetworks(1);
    Set<Class<? extends Layer>> seen = new HashSet<>();
    for (int i = 0; i < SPECS; i++) {
      for (LayerNode node : networks.network().body().nodes()) {
        seen.add(node.layer().getClass());
      }
    }
    assertThat(seen)
        .containsAll(Layers.catalog().types().values().stream().map(this::layer).toList());
  }

  @Test
  void drawsEveryKindOfLayoutAndNumberOfOutputs() {
    RandomNetworks networks = new RandomNetworks(2);
    Set<String> layouts = new HashSet<>();
    Set<Integer> outputs = new HashSet<>();
    Set<Boolean> linear = new HashSet<>();
    for (int i = 0; i < SPECS; i++) {
      NetworkAssembly network = networks.network();
      layouts.add(
          (network.layout().numeric() > 0) + "/" + network.layout().cardinalities().isEmpty());
      outputs.add(network.outputs());
      linear.add(network.body().nodes().isEmpty());
    }
    assertThat(layouts).containsExactlyInAnyOrder("true/true", "true/false", "false/false");
    assertThat(outputs).containsExactlyInAnyOrder(1, 2, 3, 4, 5);
    assertThat(linear).containsExactlyInAnyOrder(true, false);
  }

  @Test
  void equalSeedsGiveEqualNetworks() {
    RandomNetworks one = new RandomNetworks(3);
    RandomNetworks same = new RandomNetworks(3);
    for (int i = 0; i < 20; i++) {
      NetworkAssembly network = one.network();
      assertThat(same.network()).isEqualTo(network);
      assertThat(same.weights(network, 2)).isEqualTo(one.weights(network, 2));
    }
  }

  @Test
  void everyNetworkRunsAndGivesFiniteOutputs() {
    RandomNetworks networks = new RandomNetworks(4);
    RandomRows rows = new RandomRows(4);
    for (int i = 0; i < SPECS; i++) {
      NetworkAssembly network = networks.network();
      assertThat(NetworkCost.of(network).parameters()).isPositive();
      Weights weights = networks.weights(network, 2);
      ReferenceTensor outputs =
          ReferenceInterpreter.run(LossGraph.of(network), weights, rows.inputs(network.layout(), 3))
              .get(LossGraph.OUTPUTS);
      assertThat(outputs.dims()).containsExactly(2, 3, network.outputs());
      assertThat(Arrays.stream(outputs.values()).allMatch(Double::isFinite)).isTrue();
    }
  }

  @Test
  void drawsRecipesForBothKindsOfTarget() {
    RandomRecipes recipes = new RandomRecipes(5);
    for (int i = 0; i < 50; i++) {
      assertThat(recipes.recipe(true).loss().classification()).isTrue();
      assertThat(recipes.recipe(false).loss().classification()).isFalse();
    }
  }

  private Class<? extends Layer> layer(Class<? extends Record> type) {
    return type.asSubclass(Layer.class);
  }
}
