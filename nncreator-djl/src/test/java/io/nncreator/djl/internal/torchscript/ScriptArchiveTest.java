// SPDX-License-Identifier: Apache-2.0
package io.nncreator.djl.internal.torchscript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nncreator.api.graph.DType;
import io.nncreator.api.graph.Graph;
import io.nncreator.api.graph.GraphBuilder;
import io.nncreator.api.graph.Initializer;
import io.nncreator.api.graph.Op.BinaryKind;
import io.nncreator.api.graph.Op.UnaryKind;
import io.nncreator.api.graph.Shape;
import io.nncreator.api.graph.Tensor;
import io.nncreator.api.graph.TensorType;
import io.nncreator.api.graph.Value;
import io.nncreator.api.graph.Weights;
import io.nncreator.api.network.NetworkAssembly;
import io.nncreator.djl.internal.engine.EngineThread;
import io.nncreator.djl.internal.engine.ScriptModule;
import io.nncreator.tck.random.RandomNetworks;
import io.nncreator.tck.reference.ReferenceInterpreter;
import io.nncreator.tck.reference.ReferenceTensor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A TorchScript archive")
class ScriptArchiveTest {

  @Test
  @DisplayName("has the same bytes for the same network, in any time zone")
  void isDeterministic() throws IOException {
    NetworkAssembly network = new RandomNetworks(5).network();
    Weights weights = new RandomNetworks(6).weights(network, 2);
    byte[] first = bytes(ServingScript.of(lowered(network), weights));
    TimeZone here = TimeZone.getDefault();
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Auckland"));
      assertThat(bytes(ServingScript.of(lowered(network), weights))).isEqualTo(first);
    } finally {
      TimeZone.setDefault(here);
    }
  }

  @Test
  @DisplayName("holds every operation and element type")
  void holdsEveryOperation() throws IOException {
    GraphBuilder builder = new GraphBuilder();
    everything(builder);
    Graph graph = builder.build();
    Map<String, Tensor> inputs = new LinkedHashMap<>();
    inputs.put(
        "raw", Tensor.of(new double[] {0.5, Double.NaN, -2.25, 3, 1e300, 0.125, 7, -1, 2}, 3, 3));
    inputs.put("codes", Tensor.of(new long[] {0, 2, 5}, 3, 1));
    Weights none = new Weights(1, Map.of());
    Map<String, ReferenceTensor> expected = ReferenceInterpreter.run(graph, null, inputs);
    try (EngineThread thread = EngineThread.enter();
        ScriptModule module = thread.load(bytes(ServingScript.of(graph, none)));
        ScriptModule.Call call = module.call("forward")) {
      inputs.values().forEach(call::with);
      List<Tensor> got = call.run();
      int output = 0;
      for (Map.Entry<String, ReferenceTensor> entry : expected.entrySet()) {
        float[] values = got.get(output++).floats();
        assertThat(entry.getValue().distance(values)).as(entry.getKey()).isLessThan(1e-5);
      }
    }
  }

  @Test
  @DisplayName("takes no name of a user into its program")
  void keepsNamesOut() {
    GraphBuilder builder = new GraphBuilder();
    String hostile = "x\n    return torch.exit() # \"";
    Value x = builder.input(hostile, new TensorType(DType.F32, Shape.rows(1), false));
    Value weight = builder.parameter(hostile, Shape.of(1, 1), new Initializer.Fill(1), true);
    builder.output(hostile, builder.matmul(x, weight));
    Graph graph = builder.build();
    Weights weights = Weights.initialize(graph.parameters(), new long[] {1});
    assertThat(ServingScript.of(graph, weights).program()).doesNotContain("exit");
  }

  @Test
  @DisplayName("is refused when weights are missing")
  void refusesMissingWeights() {
    Graph graph = lowered(new RandomNetworks(5).network());
    assertThatThrownBy(() -> ServingScript.of(graph, new Weights(1, Map.of())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("have no tensor of");
  }

  private static void everything(GraphBuilder graph) {
    Value raw = graph.input("raw", new TensorType(DType.F64, Shape.rows(3), false));
    Value codes = graph.input("codes", new TensorType(DType.I64, Shape.rows(1), false));
    Value hole = graph.unary(UnaryKind.IS_NAN, raw);
    Value filled = graph.where(hole, graph.scalarLike(raw, 0.75), raw);
    Value capped = graph.binary(BinaryKind.MIN, filled, graph.scalarLike(filled, 3));
    Value x = graph.cast(capped, DType.F32);
    for (UnaryKind kind : UnaryKind.values()) {
      if (kind != UnaryKind.IS_NAN) {
        boolean positive = kind == UnaryKind.LOG || kind == UnaryKind.SQRT;
        graph.output(kind.name(), graph.unary(kind, positive ? graph.unary(UnaryKind.ABS, x) : x));
      }
    }
    Value constant = graph.constant(Tensor.of(new float[] {1.5f, -2, 0.5f}, 1, 3));
    Value number = graph.scalarLike(x, 1.25);
    for (BinaryKind kind : BinaryKind.values()) {
      boolean power = kind == BinaryKind.POW;
      Value left = power ? graph.unary(UnaryKind.ABS, x) : x;
      Value one = graph.scalarLike(x, 1);
      graph.output(kind + " right", number(graph, graph.binary(kind, left, number)));
      graph.output(kind + " left", number(graph, graph.binary(kind, number, left)));
      graph.output(kind + " tensor", number(graph, graph.binary(kind, left, constant)));
      graph.output(kind + " constants", number(graph, graph.binary(kind, number, one)));
      if (kind != BinaryKind.DIV && !power) {
        Value whole = graph.binary(kind, codes, graph.scalarLike(codes, 2));
        graph.output(kind + " whole", number(graph, whole));
      }
    }
    Value shares = graph.constant(Tensor.of(new double[] {1, 2, 4}, 1, 3));
    graph.output("F64", number(graph, graph.binary(BinaryKind.DIV, capped, shares)));
    graph.output("ONE_HOT", graph.oneHot(codes, 4));
    graph.output("SLICE", graph.slice(x, -1, 1, 2));
    graph.output("CONCAT", graph.concat(-1, List.of(x, x)));
    graph.output("RESHAPE", graph.reshapeRows(graph.reshapeRows(x, 3, 1), 1, 3));
    graph.output("SOFTMAX", graph.softmax(x));
    graph.output("LOG_SOFTMAX", graph.logSoftmax(x));
    for (io.nncreator.api.graph.Op.ReduceKind kind :
        io.nncreator.api.graph.Op.ReduceKind.values()) {
      graph.output("REDUCE " + kind, graph.reduce(kind, x, -1));
    }
  }

  private static Value number(GraphBuilder graph, Value value) {
    return graph.cast(value, DType.F32);
  }

  private static Graph lowered(NetworkAssembly network) {
    GraphBuilder graph = new GraphBuilder();
    graph.output("outputs", network.lower(graph, false));
    return graph.build();
  }

  private static byte[] bytes(ScriptArchive archive) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    archive.writeTo(out);
    return out.toByteArray();
  }
}
