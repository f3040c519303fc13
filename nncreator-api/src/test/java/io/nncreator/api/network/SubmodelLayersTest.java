// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.network;

import static io.nncreator.api.network.NetworkSpecTest.node;
import static io.nncreator.api.network.NetworkSpecTest.refuses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.nncreator.api.error.ErrorCode;
import io.nncreator.api.graph.DType;
import io.nncreator.api.graph.Graph;
import io.nncreator.api.graph.GraphBuilder;
import io.nncreator.api.graph.ParameterSpec;
import io.nncreator.api.graph.Shape;
import io.nncreator.api.graph.TensorType;
import io.nncreator.api.graph.Value;
import io.nncreator.api.graph.Weights;
import io.nncreator.api.training.CrossEntropy;
import io.nncreator.api.training.Huber;
import io.nncreator.api.training.Loss;
import io.nncreator.api.training.SquaredError;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Submodels")
class SubmodelLayersTest {
  private static final FeatureLayout LAYOUT = new FeatureLayout(3, List.of());

  @Test
  @DisplayName("are an axis behind the batch")
  void shapes() {
    assertThat(shape(new SubmodelScale(4), Shape.rows(3))).isEqualTo(Shape.rows(4, 3));
    assertThat(shape(new BatchEnsemble(5, 4), Shape.rows(3))).isEqualTo(Shape.rows(4, 5));
    assertThat(shape(new BatchEnsemble(5, 4), Shape.rows(4, 3))).isEqualTo(Shape.rows(4, 5));
    assertThat(shape(new SubmodelLinear(5), Shape.rows(4, 3))).isEqualTo(Shape.rows(4, 5));
  }

  @Test
  @DisplayName("are refused where they do not fit")
  void refusals() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SubmodelScale(1))
        .withMessage("The setting submodels (1.0) must be in [2.0, 257.0).");
    assertThatIllegalArgumentException().isThrownBy(() -> new BatchEnsemble(5, 257));
    assertThatIllegalArgumentException().isThrownBy(() -> new BatchEnsemble(0, 2));
    assertThatIllegalArgumentException().isThrownBy(() -> new SubmodelLinear(0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> shape(new BatchEnsemble(5, 4), Shape.rows(2, 3)))
        .withMessage(
            "A batch-ensemble layer of 4 submodels takes rows [batch, features] or [batch, 4,"
                + " features], got [batch, 2, 3].");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> shape(new SubmodelScale(4), Shape.rows(4, 3)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> shape(new SubmodelLinear(4), Shape.rows(3)));
  }

  @Test
  @DisplayName("differ at first only by the signs with which they see the rows")
  void firstWeights() {
    GraphBuilder graph = new GraphBuilder();
    Value x = graph.input("x", new TensorType(DType.F32, Shape.rows(3), true));
    Value first = graph.inScope("a", () -> new BatchEnsemble(4, 5).lower(graph, List.of(x)));
    graph.inScope("b", () -> new BatchEnsemble(2, 5).lower(graph, List.of(first)));
    List<ParameterSpec> parameters = graph.build().parameters();
    assertThat(parameters)
        .extracting(ParameterSpec::name)
        .containsExactly(
            "a.inputFactor",
            "a.weight",
            "a.outputFactor",
            "a.bias",
            "b.inputFactor",
            "b.weight",
            "b.outputFactor",
            "b.bias");
    assertThat(parameters)
        .filteredOn(ParameterSpec::decayed)
        .extracting(ParameterSpec::name)
        .containsExactly("a.weight", "b.weight");
    Weights weights = Weights.initialize(parameters, new long[] {1});
    assertThat(values(weights, "a.inputFactor")).contains(1, -1).containsOnly(1, -1);
    assertThat(values(weights, "b.inputFactor")).containsOnly(1);
    assertThat(values(weights, "b.outputFactor")).containsOnly(1);
    float[] bias = values(weights, "a.bias");
    assertThat(bias).hasSize(20);
    for (int i = 4; i < bias.length; i++) {
      assertThat(bias[i]).isEqualTo(bias[i - 4]);
    }
    assertThat(bias[0]).isNotEqualTo(bias[1]);
  }

  @Test
  @DisplayName("have an output layer each, and one answer")
  void heads() {
    NetworkAssembly network = new NetworkAssembly(LAYOUT, body(4), 2);
    GraphBuilder graph = new GraphBuilder();
    Value each = network.lowerEach(graph, true);
    assertThat(each.type()).hasToString("F32[batch, 4, 2] per member");
    assertThat(network.answer(graph, each).type()).hasToString("F32[batch, 2] per member");
    Graph lowered = graph.build();
    assertThat(lowered.parameters())
        .extracting(ParameterSpec::name)
        .containsExactly("body.views.inputFactor", "head.weight", "head.bias", "head.factor");
    assertThat(lowered.parameters().get(1).shape()).isEqualTo(Shape.of(1, 4, 3, 2));
  }

  @Test
  @DisplayName("get a factor on the answer alone, where they tell classes")
  void scaled() {
    assertThat(changedByScaling(2)).containsExactly("head.factor");
    assertThat(changedByScaling(1)).containsExactly("head.weight", "head.bias");
  }

  private static List<String> changedByScaling(int outputs) {
    NetworkAssembly network = new NetworkAssembly(LAYOUT, body(4), outputs);
    GraphBuilder graph = new GraphBuilder();
    graph.output("outputs", network.lower(graph, true));
    Weights weights = Weights.initialize(graph.build().parameters(), new long[] {1, 2});
    Weights scaled = network.withScaledOutputs(weights, 2.5);
    return weights.tensors().keySet().stream()
        .filter(name -> !scaled.tensors().get(name).equals(weights.tensors().get(name)))
        .toList();
  }

  @Test
  @DisplayName("give one loss for each row, the mean of their own")
  void losses() {
    for (Loss loss : List.of(new CrossEntropy(0.1), new SquaredError(), new Huber(1))) {
      GraphBuilder graph = new GraphBuilder();
      int outputs = loss.classification() ? 3 : 1;
      Value each = graph.input("x", new TensorType(DType.F32, Shape.rows(4, outputs), true));
      DType type = loss.classification() ? DType.I64 : DType.F32;
      Value target = graph.input("y", new TensorType(type, Shape.rows(1), true));
      assertThat(loss.lowerMean(graph, each, target).shape()).isEqualTo(Shape.rows(1));
    }
  }

  @Test
  @DisplayName("must be as many in the result as the body says")
  void result() {
    NetworkSpec wrong = new NetworkSpec("n", 1, body(4).nodes(), null, null, 5);
    refuses(
        () -> NetworkCost.of(new NetworkAssembly(LAYOUT, wrong, 1)),
        ErrorCode.SPEC_SHAPE,
        "nodes[0] (views)",
        "At nodes[0] (views): got (F32[batch, 4, 3] per member), must be rows F32[batch, 5,"
            + " features], because it is the result.");
    refuses(
        () ->
            NetworkCost.of(
                new NetworkAssembly(LAYOUT, new NetworkSpec("n", 1, List.of(), null, null, 2), 1)),
        ErrorCode.SPEC_SHAPE,
        "features",
        "At features: got (F32[batch, 3] per member), must be rows F32[batch, 2, features], because it is the"
            + " result.");
    refuses(
        () -> new NetworkSpec("n", 1, List.of(), null, null, 1),
        ErrorCode.SPEC_SETTING,
        "submodels",
        "At submodels: got (1), must be a number from 2 to 256, or absent.");
  }

  @Test
  @DisplayName("are counted in what a network costs")
  void cost() {
    NetworkCost two = NetworkCost.of(new NetworkAssembly(LAYOUT, shared(2), 1));
    NetworkCost four = NetworkCost.of(new NetworkAssembly(LAYOUT, shared(4), 1));
    // Shared: 3 x 5 weights and 5 biases. Each: 3 factors, and 5 weights and a bias of its head.
    assertThat(two.parameters()).isEqualTo(20 + 2 * (3 + 5 + 1));
    assertThat(four.parameters()).isEqualTo(20 + 4 * (3 + 5 + 1));
    assertThat(four.flopsPerRow() - two.flopsPerRow())
        .isGreaterThanOrEqualTo(2 * (2 * 3 * 5 + 2 * 5));
    assertThat(four.activationsPerRow()).isGreaterThan(two.activationsPerRow() + 2 * 5);
  }

  @Test
  @DisplayName("stay when a body is fitted")
  void fitted() {
    assertThat(body(4).fitted(new float[] {1, 2, 3}, 3).submodels()).isEqualTo(4);
  }

  private static NetworkSpec body(int submodels) {
    return new NetworkSpec(
        "n",
        1,
        List.of(node("views", new SubmodelScale(submodels), NetworkSpec.INPUT)),
        null,
        null,
        submodels);
  }

  private static NetworkSpec shared(int submodels) {
    return new NetworkSpec(
        "n",
        1,
        List.of(
            node("views", new SubmodelScale(submodels), NetworkSpec.INPUT),
            node("hidden", new Linear(5), "views")),
        null,
        null,
        submodels);
  }

  private static float[] values(Weights weights, String name) {
    return weights.select(0).tensors().get(name).floats();
  }

  private static Shape shape(Layer layer, Shape input) {
    GraphBuilder graph = new GraphBuilder();
    Value x = graph.input("x", new TensorType(DType.F32, input, true));
    return layer.lower(graph, List.of(x)).shape();
  }
}
