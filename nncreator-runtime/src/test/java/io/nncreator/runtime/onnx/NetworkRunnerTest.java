// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nncreator.api.error.ErrorCode;
import io.nncreator.api.error.PredictionException;
import io.nncreator.api.graph.GraphBuilder;
import io.nncreator.api.graph.Tensor;
import io.nncreator.api.graph.Weights;
import io.nncreator.api.network.FeatureLayout;
import io.nncreator.api.network.LayerNode;
import io.nncreator.api.network.Linear;
import io.nncreator.api.network.NetworkAssembly;
import io.nncreator.api.network.NetworkSpec;
import io.nncreator.tck.fixture.Snake;
import io.nncreator.tck.random.RandomNetworks;
import io.nncreator.tck.random.RandomRows;
import io.nncreator.tck.reference.ReferenceInterpreter;
import io.nncreator.tck.reference.ReferenceTensor;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A network in ONNX")
class NetworkRunnerTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  @DisplayName("answers as the reference interpreter does, for random networks")
  void agrees(int members) {
    check(members, 0, 200);
  }

  /** Compares random networks of some seeds. */
  static void check(int members, int from, int below) {
    for (int seed = from; seed < below; seed++) {
      RandomNetworks networks = new RandomNetworks(seed);
      NetworkAssembly network = networks.network();
      check(network, networks.weights(network, members), seed);
    }
  }

  @Test
  @DisplayName("may have layers that a user adds")
  void userLayer() {
    NetworkSpec body =
        new NetworkSpec(
            "snake",
            2,
            List.of(
                new LayerNode("wide", new Linear(7), List.of(NetworkSpec.INPUT)),
                new LayerNode("snake", new Snake(2), List.of("wide"))));
    NetworkAssembly network = new NetworkAssembly(new FeatureLayout(3, List.of(4)), body, 2);
    check(network, new RandomNetworks(7).weights(network, 3), 7);
  }

  @Test
  @DisplayName("gives the same answers block by block as row by row")
  void blocks() {
    RandomNetworks networks = new RandomNetworks(5);
    NetworkAssembly network = networks.network(new FeatureLayout(3, List.of(4, 2)), 2);
    Weights weights = networks.weights(network, 2);
    int rows = 9_001;
    EncodedRows all = encoded(new RandomRows(1).inputs(network.layout(), rows), rows);
    try (NetworkRunner runner = NetworkRunner.open(network, weights)) {
      float[][] whole = runner.run(all);
      for (int row : new int[] {0, 4095, 4096, 9000}) {
        EncodedRows one =
            new EncodedRows(
                1,
                Arrays.copyOfRange(all.numeric(), 3 * row, 3 * row + 3),
                Arrays.copyOfRange(all.codes(), 2 * row, 2 * row + 2));
        for (int k = 0; k < 2; k++) {
          assertThat(runner.run(one)[k])
              .usingComparatorWithPrecision(1e-5f)
              .containsExactly(whole[k][2 * row], whole[k][2 * row + 1]);
        }
      }
      assertThat(runner.run(new EncodedRows(0, new float[0], new long[0]))[1]).isEmpty();
    }
  }

  @Test
  @DisplayName("refuses a code that its embedding does not have, and works on")
  void foreignCode() {
    RandomNetworks networks = new RandomNetworks(5);
    NetworkAssembly network = networks.network(new FeatureLayout(0, List.of(4)), 2);
    try (NetworkRunner runner = NetworkRunner.open(network, networks.weights(network, 1))) {
      assertThatThrownBy(() -> runner.run(new EncodedRows(1, new float[0], new long[] {99})))
          .isInstanceOfSatisfying(
              PredictionException.class,
              e -> assertThat(e.code()).isEqualTo(ErrorCode.INFERENCE_ENGINE));
      assertThat(runner.run(new EncodedRows(1, new float[0], new long[] {3}))[0]).hasSize(2);
    }
  }

  @Test
  @DisplayName("has equal bytes for equal arguments")
  void deterministic() {
    for (int seed = 0; seed < 20; seed++) {
      assertThat(bytes(seed)).isEqualTo(bytes(seed));
    }
  }

  private static byte[] bytes(int seed) {
    RandomNetworks networks = new RandomNetworks(seed);
    NetworkAssembly network = networks.network();
    GraphBuilder graph = new GraphBuilder();
    graph.output("outputs", network.lower(graph, false));
    return OnnxWriter.write(
        graph.build(), networks.weights(network, 2), Map.of("b", "2", "a", "1", "c", "ж"));
  }

  private static void check(NetworkAssembly network, Weights weights, int seed) {
    int rows = 5;
    Map<String, Tensor> inputs = new RandomRows(seed).inputs(network.layout(), rows);
    GraphBuilder graph = new GraphBuilder();
    graph.output("outputs", network.lower(graph, false));
    ReferenceTensor expected =
        ReferenceInterpreter.run(graph.build(), weights, inputs).get("outputs");
    try (NetworkRunner runner = NetworkRunner.open(network, weights)) {
      float[][] outputs = runner.run(encoded(inputs, rows));
      for (int k = 0; k < weights.members(); k++) {
        double[] member = expected.member(k);
        // Products of many features make large sums whose parts cancel: compare by the largest.
        double scale = Arrays.stream(member).map(Math::abs).reduce(1, Math::max);
        for (int i = 0; i < member.length; i++) {
          assertThat(Math.abs(outputs[k][i] - member[i]) / scale)
              .as("seed %s, member %s of %s", seed, k, network)
              .isLessThan(1e-5);
        }
      }
    }
  }

  private static EncodedRows encoded(Map<String, Tensor> inputs, int rows) {
    Tensor numeric = inputs.get(NetworkAssembly.NUMERIC);
    Tensor codes = inputs.get(NetworkAssembly.CODES);
    return new EncodedRows(
        rows,
        numeric == null ? new float[0] : numeric.floats(),
        codes == null ? new long[0] : codes.longs());
  }
}
