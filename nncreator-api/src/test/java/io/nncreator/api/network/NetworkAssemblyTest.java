// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.nncreator.api.graph.DType;
import io.nncreator.api.graph.Graph;
import io.nncreator.api.graph.GraphBuilder;
import io.nncreator.api.graph.ParameterSpec;
import io.nncreator.api.graph.Shape;
import io.nncreator.api.graph.TensorType;
import io.nncreator.api.graph.Value;
import io.nncreator.api.graph.Weights;
import java.util.List;
import org.junit.jupiter.api.Test;

class NetworkAssemblyTest {
  @Test
  void declaresOnlyTheInputsThatTheLayoutNeeds() {
    assertThat(graph(new FeatureLayout(3, List.of()), false).inputs())
        .containsOnlyKeys("numeric")
        .satisfies(inputs -> assertThat(inputs.get("numeric").type()).hasToString("F32[batch, 3]"));
    assertThat(graph(new FeatureLayout(0, List.of(5, 2)), false).inputs())
        .containsOnlyKeys("codes")
        .satisfies(inputs -> assertThat(inputs.get("codes").type()).hasToString("I64[batch, 2]"));
    Graph both = graph(new FeatureLayout(3, List.of(5)), true);
    assertThat(both.inputs().keySet()).containsExactly("numeric", "codes");
    assertThat(both.inputs().values()).allMatch(value -> value.type().perMember());
    assertThat(both.output("outputs").type()).hasToString("F32[batch, 2] per member");
  }

  @Test
  void namesItsParametersByPart() {
    assertThat(graph(new FeatureLayout(3, List.of(5, 2)), false).parameters())
        .extracting(ParameterSpec::name)
        .containsExactly(
            "stem.embedding0",
            "stem.embedding1",
            "body.head.weight",
            "body.head.bias",
            "head.weight",
            "head.bias");
  }

  @Test
  void anEmbeddingIsNeverWiderThanItsLevels() {
    List<ParameterSpec> parameters =
        graph(new FeatureLayout(0, List.of(50, 2)), false).parameters();
    assertThat(parameters.get(0).shape()).isEqualTo(Shape.of(50, 8));
    assertThat(parameters.get(1).shape()).isEqualTo(Shape.of(2, 2));
    assertThat(parameters.get(2).shape().dim(0)).isEqualTo(10);
  }

  @Test
  void takesOnlyFeaturesThatFitTheLayout() {
    NetworkAssembly network =
        new NetworkAssembly(new FeatureLayout(3, List.of()), NetworkSpecTest.spec(), 1);
    GraphBuilder graph = new GraphBuilder();
    Value narrow = graph.input("x", new TensorType(DType.F32, Shape.rows(2), false));
    Value codes = graph.input("c", new TensorType(DType.I64, Shape.rows(1), false));
    Value fitting = graph.input("y", new TensorType(DType.F32, Shape.rows(3), false));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> network.lower(graph, narrow, null))
        .withMessage("The layout has 3 features of numeric, got F32[batch, 2].");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> network.lower(graph, null, null))
        .withMessage("The layout has 3 features of numeric, got none.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> network.lower(graph, fitting, codes))
        .withMessage("The layout has 0 features of codes, got I64[batch, 1].");
    assertThat(network.lower(graph, fitting, null).shape()).isEqualTo(Shape.rows(1));
  }

  @Test
  void scalesTheOutputLayerAlone() {
    NetworkSpec body =
        NetworkSpecTest.spec(NetworkSpecTest.node("head", new Linear(4), NetworkSpec.INPUT));
    NetworkAssembly network = new NetworkAssembly(new FeatureLayout(3, List.of()), body, 2);
    GraphBuilder graph = new GraphBuilder();
    network.lower(graph, true);
    Weights weights = Weights.initialize(graph.build().parameters(), new long[] {1, 2});
    Weights scaled = network.withScaledOutputs(weights, 2);
    weights
        .tensors()
        .forEach(
            (name, tensor) -> {
              float factor = name.startsWith("head.") ? 2 : 1;
              float[] values = scaled.tensors().get(name).floats();
              for (int i = 0; i < values.length; i++) {
                assertThat(values[i]).as(name).isEqualTo(factor * tensor.floats()[i]);
              }
            });
  }

  /** A layer called like the output layer does not share its weights. */
  private static Graph graph(FeatureLayout layout, boolean perMember) {
    NetworkSpec body =
        NetworkSpecTest.spec(NetworkSpecTest.node("head", new Linear(4), NetworkSpec.INPUT));
    GraphBuilder builder = new GraphBuilder();
    Value outputs = new NetworkAssembly(layout, body, 2).lower(builder, perMember);
    return builder.output("outputs", outputs).build();
  }
}
