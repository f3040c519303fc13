// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.nncreator.api.error.ErrorCode;
import io.nncreator.api.error.SpecException;
import io.nncreator.api.graph.DType;
import io.nncreator.api.graph.GraphBuilder;
import io.nncreator.api.graph.Shape;
import io.nncreator.api.graph.TensorType;
import io.nncreator.api.graph.Value;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class NetworkSpecTest {
  @Test
  void namesTheRuleOfEachSetting() {
    refuses(
        () -> new NetworkSpec(" ", 8, List.of()),
        ErrorCode.SPEC_NAME,
        "name",
        "At name: got ( ), must be 1 to 80 characters.");
    refuses(
        () -> new NetworkSpec("n".repeat(81), 8, List.of()),
        ErrorCode.SPEC_NAME,
        "name",
        "At name: got (" + "n".repeat(81) + "), must be 1 to 80 characters.");
    refuses(
        () -> new NetworkSpec("n", 0, List.of()),
        ErrorCode.SPEC_SETTING,
        "embeddingWidth",
        "At embeddingWidth: got (0), must be a number from 1 to 256.");
    refuses(
        () -> new NetworkSpec("n", 257, List.of()),
        ErrorCode.SPEC_SETTING,
        "embeddingWidth",
        "At embeddingWidth: got (257), must be a number from 1 to 256.");
    assertThat(new NetworkSpec("n".repeat(80), 256, List.of()).nodes()).isEmpty();
  }

  @Test
  void namesTheRuleOfAnId() {
    for (String id : List.of("", "A", "9a", "a-b", "a.b", "ä", "a".repeat(65))) {
      refuses(
          () -> spec(node(id, new Linear(2), NetworkSpec.INPUT)),
          ErrorCode.SPEC_NAME,
          "nodes[0].id",
          "At nodes[0].id: got ("
              + id
              + "), must be a lower-case letter, then at most 63 letters, digits or underscores.");
    }
    assertThat(spec(node("a".repeat(64), new Linear(2), "features")).nodes()).hasSize(1);
    refuses(
        () -> spec(node("features", new Linear(2), "features")),
        ErrorCode.SPEC_NAME,
        "nodes[0].id",
        "At nodes[0].id: got (features), must be a new id.");
    refuses(
        () -> spec(node("a", new Linear(2), "features"), node("a", new Linear(2), "a")),
        ErrorCode.SPEC_NAME,
        "nodes[1].id",
        "At nodes[1].id: got (a), must be a new id.");
  }

  @Test
  void namesTheRuleOfWiring() {
    refuses(
        () -> spec(node("a", new Linear(2))),
        ErrorCode.SPEC_WIRING,
        "nodes[0].inputs",
        "At nodes[0].inputs: got (none), must be at least one of [features].");
    refuses(
        () -> spec(node("a", new Linear(2), "b"), node("b", new Linear(2), "features")),
        ErrorCode.SPEC_WIRING,
        "nodes[0].inputs",
        "At nodes[0].inputs: got (b), must be one of the ids before it: [features].");
    refuses(
        () -> spec(node("a", new Linear(2), "a")),
        ErrorCode.SPEC_WIRING,
        "nodes[0].inputs",
        "At nodes[0].inputs: got (a), must be one of the ids before it: [features].");
    refuses(
        () -> spec(node("a", new Linear(2), "features"), node("b", new Linear(2), "features")),
        ErrorCode.SPEC_WIRING,
        "nodes[0]",
        "At nodes[0]: got (a), must be an input of a later layer, because only the last layer is"
            + " the result.");
  }

  @Test
  void limitsTheNumberOfLayers() {
    assertThat(chain(NetworkSpec.MAX_NODES).nodes()).hasSize(1_000);
    refuses(
        () -> chain(NetworkSpec.MAX_NODES + 1),
        ErrorCode.SPEC_LIMIT,
        "nodes",
        "At nodes: got (1001 layers), must be at most 1000.");
  }

  @Test
  void namesTheLayerWhoseInputsDoNotSuitIt() {
    NetworkSpec one =
        spec(node("wide", new Linear(3), "features"), node("sum", new Add(), "features", "wide"));
    refuses(
        () -> lower(one, 2),
        ErrorCode.SPEC_SHAPE,
        "nodes[1] (sum)",
        "At nodes[1] (sum): got (Add[]). The layer takes inputs of equal shape,"
            + " got [batch, 2] and [batch, 3].");
    refuses(
        () -> lower(spec(node("a", new Linear(3), "features", "features")), 2),
        ErrorCode.SPEC_SHAPE,
        "nodes[0] (a)",
        "At nodes[0] (a): got (Linear[units=3, bias=true])."
            + " The layer takes exactly 1 input, got 2.");
    refuses(
        () -> lower(spec(node("a", new Concat(), "features")), 2),
        ErrorCode.SPEC_SHAPE,
        "nodes[0] (a)",
        "At nodes[0] (a): got (Concat[]). The layer takes at least 2 inputs, got 1.");
  }

  @Test
  void theResultIsRowsOfFeatures() {
    Layer codes = (graph, inputs) -> graph.cast(inputs.get(0), DType.I64);
    refuses(
        () -> lower(spec(node("codes", codes, "features")), 2),
        ErrorCode.SPEC_SHAPE,
        "nodes[0] (codes)",
        "At nodes[0] (codes): got (I64[batch, 2]), must be rows F32[batch, features],"
            + " because it is the result.");
    Layer grid = (graph, inputs) -> graph.reshapeRows(inputs.get(0), 2, 1);
    refuses(
        () -> lower(spec(node("grid", grid, "features")), 2),
        ErrorCode.SPEC_SHAPE,
        "nodes[0] (grid)",
        "At nodes[0] (grid): got (F32[batch, 2, 1]), must be rows F32[batch, features],"
            + " because it is the result.");
  }

  @Test
  void noLayerAtAllPassesTheFeatures() {
    assertThat(lower(spec(), 4).type()).hasToString("F32[batch, 4]");
  }

  @Test
  void copiesItsNodesAndTheirInputs() {
    List<String> inputs = new ArrayList<>(List.of("features"));
    List<LayerNode> nodes = new ArrayList<>(List.of(new LayerNode("a", new Scale(), inputs)));
    NetworkSpec spec = new NetworkSpec("n", 1, nodes);
    inputs.add("x");
    nodes.clear();
    assertThat(spec.nodes()).hasSize(1);
    assertThat(spec.nodes().get(0).inputs()).containsExactly("features");
  }

  static void refuses(ThrowingCallable call, ErrorCode code, String path, String message) {
    assertThatExceptionOfType(SpecException.class)
        .isThrownBy(call)
        .withMessage(message)
        .satisfies(e -> assertThat(e.path()).isEqualTo(path))
        .satisfies(e -> assertThat(e.code()).isEqualTo(code))
        .satisfies(e -> assertThat(e).hasToString(code + ": " + message));
  }

  static NetworkSpec spec(LayerNode... nodes) {
    return new NetworkSpec("test", 8, List.of(nodes));
  }

  static LayerNode node(String id, Layer layer, String... inputs) {
    return new LayerNode(id, layer, List.of(inputs));
  }

  /** Layers one after the other, alternating so that each has its own form. */
  static NetworkSpec chain(int layers) {
    List<LayerNode> nodes = new ArrayList<>();
    for (int i = 0; i < layers; i++) {
      String before = i == 0 ? NetworkSpec.INPUT : "layer" + (i - 1);
      nodes.add(node("layer" + i, i % 2 == 0 ? new Linear(3) : new LayerNorm(), before));
    }
    return new NetworkSpec("chain", 8, nodes);
  }

  private static Value lower(NetworkSpec spec, int features) {
    GraphBuilder graph = new GraphBuilder();
    return spec.lower(
        graph, graph.input("x", new TensorType(DType.F32, Shape.rows(features), false)));
  }
}
