// SPDX-License-Identifier: Apache-2.0
package io.nncreator.djl.internal.torchscript;

import static org.assertj.core.api.Assertions.assertThat;

import io.nncreator.api.graph.Graph;
import io.nncreator.api.graph.GraphBuilder;
import io.nncreator.api.graph.Tensor;
import io.nncreator.api.graph.Value;
import io.nncreator.api.graph.Weights;
import io.nncreator.api.network.NetworkAssembly;
import io.nncreator.djl.internal.engine.EngineThread;
import io.nncreator.djl.internal.engine.ScriptModule;
import io.nncreator.tck.random.RandomNetworks;
import io.nncreator.tck.random.RandomRows;
import io.nncreator.tck.reference.ReferenceInterpreter;
import io.nncreator.tck.reference.ReferenceTensor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("TorchScript answers as the reference interpreter")
class TorchScriptParityTest {
  private static final int NETWORKS = 60;
  private static final int ROWS = 4;

  @ParameterizedTest(name = "{0} members, rows of their own: {1}")
  @CsvSource({"1, false", "1, true", "3, false", "3, true"})
  void answersAlike(int members, boolean ownRows) throws IOException {
    check(members, ownRows, members, NETWORKS);
  }

  /** Compares random networks. */
  static void check(int members, boolean ownRows, long seed, int networks) throws IOException {
    RandomNetworks random = new RandomNetworks(seed);
    RandomRows rows = new RandomRows(seed);
    try (EngineThread thread = EngineThread.enter()) {
      for (int i = 0; i < networks; i++) {
        NetworkAssembly network = random.network();
        Weights weights = random.weights(network, members);
        Map<String, Tensor> inputs =
            ownRows
                ? rows.inputs(network.layout(), ROWS, members)
                : rows.inputs(network.layout(), ROWS);
        Graph graph = graph(network, ownRows);
        Map<String, ReferenceTensor> expected = ReferenceInterpreter.run(graph, weights, inputs);
        List<Tensor> got = run(thread, ServingScript.of(graph, weights), graph, inputs);
        int output = 0;
        for (ReferenceTensor tensor : expected.values()) {
          double size = java.util.Arrays.stream(tensor.values()).map(Math::abs).max().orElse(0);
          assertThat(tensor.distance(got.get(output).floats()))
              .as("output %s of network %s: %s", output, i, network)
              .isLessThan(1e-5 * Math.max(1, size));
          assertThat(got.get(output++).dims()).isEqualTo(tensor.dims());
        }
      }
    }
  }

  private static Graph graph(NetworkAssembly network, boolean ownRows) {
    GraphBuilder graph = new GraphBuilder();
    Value outputs = network.lower(graph, ownRows);
    graph.output("each", outputs);
    graph.output("mean", graph.memberMean(graph.softmax(outputs)));
    return graph.build();
  }

  private static List<Tensor> run(
      EngineThread thread, ScriptArchive script, Graph graph, Map<String, Tensor> inputs)
      throws IOException {
    ByteArrayOutputStream archive = new ByteArrayOutputStream();
    script.writeTo(archive);
    try (ScriptModule module = thread.load(archive.toByteArray());
        ScriptModule.Call call = module.call("forward")) {
      for (String name : graph.inputs().keySet()) {
        call.with(inputs.get(name));
      }
      return call.run();
    }
  }
}
