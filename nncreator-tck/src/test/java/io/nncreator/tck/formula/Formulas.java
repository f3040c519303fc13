// SPDX-License-Identifier: Apache-2.0
package io.nncreator.tck.formula;

import io.nncreator.api.graph.DType;
import io.nncreator.api.graph.Graph;
import io.nncreator.api.graph.GraphBuilder;
import io.nncreator.api.graph.Shape;
import io.nncreator.api.graph.Tensor;
import io.nncreator.api.graph.TensorType;
import io.nncreator.api.graph.Value;
import io.nncreator.api.network.Layer;
import io.nncreator.api.training.Loss;
import io.nncreator.tck.reference.ReferenceInterpreter;
import io.nncreator.tck.reference.ReferenceTensor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs single parts by the interpreter. */
final class Formulas {
  private Formulas() {}

  /** The result of a layer for one row, with parameters given by their names. */
  static double[] layer(Layer layer, Map<String, double[]> parameters, double... row) {
    GraphBuilder builder = new GraphBuilder();
    Value x = builder.input("x", new TensorType(DType.F32, Shape.rows(row.length), false));
    Graph graph = builder.output("y", layer.lower(builder, List.of(x))).build();
    Map<String, ReferenceTensor> values = new LinkedHashMap<>();
    graph
        .parameters()
        .forEach(
            parameter -> {
              long[] own = parameter.shape().dims();
              long[] dims = new long[own.length + 1];
              dims[0] = 1;
              System.arraycopy(own, 0, dims, 1, own.length);
              double[] given = parameters.get(parameter.name());
              values.put(parameter.name(), new ReferenceTensor(given, dims, true));
            });
    ReferenceTensor input = new ReferenceTensor(row, new long[] {1, row.length}, false);
    return ReferenceInterpreter.runDoubles(graph, values, Map.of("x", input)).get("y").values();
  }

  /** The result of a layer for one row of given dimensions. */
  static double[] layer(
      Layer layer, List<Integer> dims, Map<String, double[]> parameters, double... row) {
    Layer shaped =
        (graph, inputs) ->
            layer.lower(
                graph,
                List.of(
                    graph.reshapeRows(
                        inputs.get(0), dims.stream().mapToLong(Integer::longValue).toArray())));
    return layer(shaped, parameters, row);
  }

  /** The loss of one row. */
  static double loss(Loss loss, Tensor target, double... outputs) {
    GraphBuilder builder = new GraphBuilder();
    Value x = builder.input("x", new TensorType(DType.F32, Shape.rows(outputs.length), false));
    Value y = builder.input("y", new TensorType(target.dtype(), Shape.rows(1), false));
    Graph graph = builder.output("loss", loss.lower(builder, x, y)).build();
    ReferenceTensor row = new ReferenceTensor(outputs, new long[] {1, outputs.length}, false);
    ReferenceTensor result =
        ReferenceInterpreter.runDoubles(
                graph, Map.of(), Map.of("x", row, "y", ReferenceTensor.of(target, false)))
            .get("loss");
    return result.values()[0];
  }
}
