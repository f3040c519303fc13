// SPDX-License-Identifier: Apache-2.0
package io.nncreator.tck.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.nncreator.api.graph.DType;
import io.nncreator.api.graph.Graph;
import io.nncreator.api.graph.GraphBuilder;
import io.nncreator.api.graph.Initializer;
import io.nncreator.api.graph.Op.BinaryKind;
import io.nncreator.api.graph.Op.ReduceKind;
import io.nncreator.api.graph.Op.UnaryKind;
import io.nncreator.api.graph.Shape;
import io.nncreator.api.graph.Value;
import io.nncreator.api.graph.Weights;
import io.nncreator.api.network.NetworkAssembly;
import io.nncreator.api.training.Loss;
import io.nncreator.api.training.TrainingRows;
import io.nncreator.tck.random.RandomNetworks;
import io.nncreator.tck.random.RandomRecipes;
import io.nncreator.tck.random.RandomRows;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

class ReferenceGradientTest {
  @Test
  void agreesWithFiniteDifferencesOnRandomNetworks() {
    RandomNetworks networks = new RandomNetworks(7);
    RandomRows rows = new RandomRows(7);
    RandomRecipes recipes = new RandomRecipes(7);
    for (int i = 0; i < 60; i++) {
      boolean classification = i % 2 == 0;
      NetworkAssembly network = networks.network(classification ? 1 + i % 5 : 1);
      TrainingRows chosen =
          classification
              ? rows.labelled(network.layout(), 3, network.outputs())
              : rows.valued(network.layout(), 3);
      Loss loss = recipes.loss(classification);
      Weights weights = networks.weights(network, 1);
      FiniteDifferences differences = new FiniteDifferences(network, loss, weights, chosen);
      Map<String, ReferenceTensor> inputs = new LinkedHashMap<>();
      LossGraph.inputs(chosen, 0, 1, 2)
          .forEach((name, tensor) -> inputs.put(name, ReferenceTensor.of(tensor, false)));

      ReferenceGradient gradient =
          ReferenceGradient.of(
              LossGraph.of(network, loss),
              LossGraph.LOSS,
              ReferenceInterpreter.doubles(weights),
              inputs);

      assertThat(gradient.mean()).isCloseTo(differences.loss(), within(1e-12));
      assertThat(gradient.byParameter().keySet())
          .containsExactlyInAnyOrderElementsOf(weights.tensors().keySet());
      gradient
          .byParameter()
          .forEach(
              (name, values) -> {
                double largest = Arrays.stream(values.values()).map(Math::abs).max().orElse(0);
                int[] elements = differences.spread(name, 6);
                assertThat(Arrays.stream(elements).mapToDouble(j -> values.values()[j]).toArray())
                    .as("%s of %s", name, network)
                    .containsExactly(
                        differences.gradient(name, elements), within(1e-6 * Math.max(1, largest)));
              });
    }
  }

  /** What the layers of the catalogue do not use. */
  @Test
  void differentiatesTheOtherOperations() {
    check((graph, x) -> graph.softmax(x));
    check((graph, x) -> graph.reduce(ReduceKind.MAX, x, -1));
    check((graph, x) -> graph.reshapeRows(x, 2, 2));
    check((graph, x) -> graph.slice(x, -1, 1, 2));
    check((graph, x) -> graph.memberMean(x));
    check((graph, x) -> graph.where(graph.binary(BinaryKind.LESS, x, one(graph, x)), x, x));
    check((graph, x) -> graph.binary(BinaryKind.MAX, x, one(graph, x)));
    check((graph, x) -> graph.binary(BinaryKind.POW, x, graph.scalarLike(x, 1.5)));
    check((graph, x) -> graph.binary(BinaryKind.POW, graph.scalarLike(x, 1.5), x));
    for (UnaryKind kind : UnaryKind.values()) {
      if (kind != UnaryKind.IS_NAN) {
        check((graph, x) -> graph.unary(kind, x));
      }
    }
  }

  private static Value one(GraphBuilder graph, Value x) {
    return graph.scalarLike(x, 1);
  }

  private static void check(BiFunction<GraphBuilder, Value, Value> program) {
    GraphBuilder builder = new GraphBuilder();
    Value weight = builder.parameter("w", Shape.of(1, 4), new Initializer.Fill(0), true);
    Value rows =
        builder.binary(
            BinaryKind.MUL,
            builder.input(
                "x", new io.nncreator.api.graph.TensorType(DType.F32, Shape.rows(4), false)),
            weight);
    Value result = program.apply(builder, rows);
    Value square = builder.binary(BinaryKind.MUL, result, result);
    Graph graph = builder.output("y", square).build();
    double[] at = {0.3, 1.3, 0.8, 2.2, 0.4, 1.7, 0.6, 0.2};
    Map<String, ReferenceTensor> inputs =
        Map.of(
            "x",
            new ReferenceTensor(
                new double[] {0.9, 1.1, 0.7, 1.4, 1.2, 0.6, 1.05, 0.8}, new long[] {2, 4}, false));
    ReferenceTensor gradient =
        ReferenceGradient.of(graph, "y", Map.of("w", weights(at)), inputs).byParameter().get("w");
    for (int i = 0; i < at.length; i++) {
      double[] above = at.clone();
      double[] below = at.clone();
      above[i] += 1e-6;
      below[i] -= 1e-6;
      double expected = (mean(graph, above, inputs) - mean(graph, below, inputs)) / 2e-6;
      assertThat(gradient.values()[i])
          .as("element %s of %s", i, graph.nodes())
          .isCloseTo(expected, within(1e-6 * Math.max(1, Math.abs(expected))));
    }
  }

  private static double mean(Graph graph, double[] at, Map<String, ReferenceTensor> inputs) {
    ReferenceTensor y =
        ReferenceInterpreter.runDoubles(graph, Map.of("w", weights(at)), inputs).get("y");
    return Arrays.stream(y.values()).average().orElseThrow();
  }

  private static ReferenceTensor weights(double[] values) {
    return new ReferenceTensor(values, new long[] {2, 1, 4}, true);
  }
}
