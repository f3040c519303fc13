// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.onnx;

import io.nncreator.api.graph.Graph;
import io.nncreator.api.graph.TensorType;
import io.nncreator.api.graph.Value;
import io.nncreator.api.graph.Weights;
import io.nncreator.runtime.pipeline.ServingModel;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Writes networks as ONNX models (IR version 8, operator set 17), which any ONNX runtime from 2022
 * on loads. Equal arguments give equal bytes.
 */
public final class OnnxWriter {
  private OnnxWriter() {}

  /**
   * Writes an op graph with its weights. Inputs and outputs keep their names.
   *
   * <p>With several members, values per member have a leading axis of that size; with one member
   * there is no such axis.
   *
   * @param metadata key to value, stored in the model's {@code metadata_props}
   * @throws IllegalArgumentException if the weights do not fit the graph's parameters
   */
  public static byte[] write(Graph graph, Weights weights, Map<String, String> metadata) {
    OnnxGraph onnx = new OnnxGraph();
    Map<String, String> inputs = names(onnx, graph.inputs());
    Map<String, String> outputs = names(onnx, graph.outputs());
    graph
        .inputs()
        .forEach(
            (name, value) ->
                onnx.input(describe(Objects.requireNonNull(inputs.get(name)), value, weights)));
    new OpWriter(onnx, weights, inputs).write(graph, outputs);
    outputs.forEach((name, unique) -> onnx.output(describe(unique, graph.output(name), weights)));
    return onnx.toByteArray(metadata);
  }

  /**
   * Writes a whole network that takes raw rows: one input per raw column, named as the column,
   * {@code double [N, 1]} (NaN = missing) for numbers, truth values and times, {@code string [N,
   * 1]} (empty = missing) for categories.
   *
   * <p>A classification gives {@code label}, {@code string [N]}, and {@code probabilities}, {@code
   * float [N, classes]}; a regression gives {@code value}, {@code double [N, 1]}. A result whose
   * name is also a column's gets underscores added.
   *
   * @param metadata key to value, stored in the model's {@code metadata_props}
   * @throws IllegalArgumentException if the weights do not fit the network's parameters
   */
  public static byte[] write(ServingModel model, Weights weights, Map<String, String> metadata) {
    return new ServingWriter(model, weights).write(metadata);
  }

  private static Map<String, String> names(OnnxGraph onnx, Map<String, Value> values) {
    Map<String, String> names = new LinkedHashMap<>();
    values.keySet().forEach(name -> names.put(name, onnx.names().take(name)));
    return names;
  }

  private static ProtobufWriter describe(String name, Value value, Weights weights) {
    TensorType type = value.type();
    long[] dims = type.shape().dims();
    if (type.perMember() && weights.members() > 1) {
      long[] stacked = new long[dims.length + 1];
      stacked[0] = weights.members();
      System.arraycopy(dims, 0, stacked, 1, dims.length);
      dims = stacked;
    }
    return OnnxFields.value(name, ElementType.of(type.dtype()), dims);
  }
}
