// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.network;

import static io.nncreator.api.network.NetworkSpecTest.node;
import static io.nncreator.api.network.NetworkSpecTest.refuses;
import static io.nncreator.api.network.NetworkSpecTest.spec;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nncreator.api.error.ErrorCode;
import io.nncreator.api.error.SpecException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(2)
class NetworkCostTest {
  private static final FeatureLayout TEN = new FeatureLayout(10, List.of());

  /** 10 - 16 - RELU - 3: two products of 2n operations, two sums, one RELU. */
  @Test
  void countsAPerceptron() {
    NetworkCost cost =
        cost(
            TEN,
            3,
            node("hidden", new Linear(16), "features"),
            node("bent", new Activation(Activation.Function.RELU), "hidden"));
    assertThat(cost.parameters()).isEqualTo(10 * 16 + 16 + 16 * 3 + 3);
    assertThat(cost.flopsPerRow()).isEqualTo(2 * 10 * 16 + 16 + 16 + 2 * 16 * 3 + 3);
    assertThat(cost.activationsPerRow()).isEqualTo(10 + 16 + 16 + 16 + 3 + 3);
  }

  /** Two embeddings of 4 and 2 beside 1 number: 7 features into 1 output. */
  @Test
  void countsEmbeddings() {
    NetworkCost cost =
        NetworkCost.of(
            new NetworkAssembly(
                new FeatureLayout(1, List.of(9, 2)), new NetworkSpec("n", 4, List.of()), 1));
    assertThat(cost.parameters()).isEqualTo(9 * 4 + 2 * 2 + 7 + 1);
  }

  /** How full the bins are is kept, once; the steps to it and the products with weights are not. */
  @Test
  void countsWhatTrainingKeepsOfBins() {
    long few =
        cost(TEN, 1, node("bins", new PiecewiseLinear(4, 8), "features")).activationsPerRow();
    long many =
        cost(TEN, 1, node("bins", new PiecewiseLinear(4, 48), "features")).activationsPerRow();
    assertThat(many - few).isEqualTo(10 * (48 - 8));
  }

  @Test
  void countsTheMemoryOfTraining() {
    NetworkCost cost = new NetworkCost(100, 0, 30);
    assertThat(cost.trainingBytes(1, 1)).isEqualTo(100 * 5 * 4 + 30 * 2 * 4);
    assertThat(cost.trainingBytes(3, 7)).isEqualTo(3 * (100 * 5 * 4 + 30 * 2 * 4 * 7));
  }

  @Test
  void refusesTooManyParameters() {
    refuses(
        () -> cost(TEN, 1, node("a", new Linear(1 << 24), "features")),
        ErrorCode.SPEC_LIMIT,
        "nodes",
        "At nodes: got ("
            + ((11L + 1) * (1 << 24) + 1)
            + " parameters), must be at most 134217728.");
  }

  @Test
  void refusesTooManyActivations() {
    List<LayerNode> nodes = new ArrayList<>();
    nodes.add(node("wide", new Linear(1 << 20, false), "features"));
    for (int i = 0; i < 80; i++) {
      nodes.add(
          node(
              "bent" + i,
              new Activation(Activation.Function.TANH),
              i == 0 ? "wide" : "bent" + (i - 1)));
    }
    nodes.add(node("narrow", new Linear(1), "bent79"));
    assertThatThrownBy(() -> cost(TEN, 1, nodes.toArray(LayerNode[]::new)))
        .isInstanceOf(SpecException.class)
        .hasMessage("At nodes: got (84934670 activations per row), must be at most 67108864.");
  }

  /** Sizes that no memory holds are refused at once, without being tried. */
  @Test
  void refusesAbsurdSizesWithoutAllocating() {
    int most = Integer.MAX_VALUE;
    List<LayerNode> doubling = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      String before = i == 0 ? "features" : "twice" + (i - 1);
      doubling.add(node("twice" + i, new Concat(), before, before));
    }
    List<LayerNode[]> absurd =
        List.of(
            new LayerNode[] {node("a", new Linear(most), "features")},
            new LayerNode[] {
              node("a", new Linear(most), "features"), node("b", new Linear(most), "a")
            },
            new LayerNode[] {
              node("a", new Linear(most), "features"),
              node("b", new Linear(most), "a"),
              node("c", new Linear(most), "b"),
              node("d", new Linear(most), "c")
            },
            doubling.toArray(LayerNode[]::new));
    for (LayerNode[] nodes : absurd) {
      long start = System.nanoTime();
      assertThatThrownBy(() -> cost(TEN, 1, nodes))
          .isInstanceOf(SpecException.class)
          .satisfies(e -> assertThat(((SpecException) e).code()).isEqualTo(ErrorCode.SPEC_LIMIT));
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(500));
    }
    refuses(
        () -> cost(TEN, 1, doubling.toArray(LayerNode[]::new)),
        ErrorCode.SPEC_LIMIT,
        "nodes[59] (twice59)",
        "At nodes[59] (twice59): got (Concat[]), must be smaller: a size passes 2^63.");
    assertThatThrownBy(
            () ->
                NetworkCost.of(
                    new NetworkAssembly(
                        new FeatureLayout(most, List.of(most, most)), spec(), most)))
        .isInstanceOf(SpecException.class);
  }

  @Test
  void takesTheLargestNumberOfLayers() {
    NetworkCost cost =
        NetworkCost.of(new NetworkAssembly(TEN, NetworkSpecTest.chain(NetworkSpec.MAX_NODES), 1));
    assertThat(cost.parameters()).isEqualTo(10 * 3 + 3 + 499 * 12L + 500 * 6L + 4);
  }

  private static NetworkCost cost(FeatureLayout layout, int outputs, LayerNode... nodes) {
    return NetworkCost.of(new NetworkAssembly(layout, spec(nodes), outputs));
  }
}
