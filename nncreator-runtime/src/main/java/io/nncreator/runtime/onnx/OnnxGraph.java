// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.onnx;

import io.nncreator.api.graph.DType;
import io.nncreator.api.graph.Tensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An ONNX model while it is written: the fields of {@code GraphProto} and {@code ModelProto}. */
final class OnnxGraph {
  /** Domain of the operators on categories. */
  static final String ML = "ai.onnx.ml";

  /** Name of the dimension whose size is the number of rows. */
  static final String ROWS = "N";

  private static final int IR_VERSION = 8;
  private static final int OPSET = 17;

  /** What texts need: the first operator set that splits them, and the version it came with. */
  private static final int TEXT_IR_VERSION = 9;

  private static final int TEXT_OPSET = 20;
  private static final int ML_OPSET = 3;

  private final OnnxNames names = new OnnxNames();
  private final Map<Tensor, String> constants = new HashMap<>();
  private final ProtobufWriter nodes = new ProtobufWriter();
  private final ProtobufWriter initializers = new ProtobufWriter();
  private final ProtobufWriter inputs = new ProtobufWriter();
  private final ProtobufWriter outputs = new ProtobufWriter();
  private boolean categories;
  private boolean texts;

  OnnxNames names() {
    return names;
  }

  /** Declares an input under a name that is already taken. */
  void input(ProtobufWriter valueInfo) {
    inputs.message(OnnxFields.GRAPH_INPUT, valueInfo);
  }

  /** Declares an output under a name that is already taken. */
  void output(ProtobufWriter valueInfo) {
    outputs.message(OnnxFields.GRAPH_OUTPUT, valueInfo);
  }

  /** Writes a node that gives the named value. */
  void node(String operator, List<String> operands, String result, Attribute... settings) {
    write("", operator, result, operands, List.of(result), settings);
  }

  /** Writes a node of the domain {@link #ML}. */
  void mlNode(
      String name, String operator, List<String> operands, String result, Attribute... settings) {
    categories = true;
    write(ML, operator, name, operands, List.of(result), settings);
  }

  /** Writes a node that splits texts at spaces; call it before any {@link #reduce}. */
  void splitNode(String name, String operand, String parts, String lengths) {
    texts = true;
    write(
        "",
        "StringSplit",
        name,
        List.of(operand),
        List.of(parts, lengths),
        Attribute.of("delimiter", " "));
  }

  /** Writes a reduction along one axis in the way of the operator set in use. */
  void reduce(String operator, String operand, int axis, boolean keepAxis, String result) {
    Attribute keep = Attribute.of("keepdims", keepAxis ? 1 : 0);
    if (texts || operator.equals("ReduceSum")) {
      String axes = constant(Tensor.of(new long[] {axis}, 1));
      node(operator, List.of(operand, axes), result, keep);
    } else {
      node(operator, List.of(operand), result, Attribute.ofIntegers("axes", axis), keep);
    }
  }

  /** Writes a node whose own name differs from its result's. */
  void namedNode(
      String name, String operator, List<String> operands, String result, Attribute... settings) {
    write("", operator, name, operands, List.of(result), settings);
  }

  /** Stores a fixed tensor once and returns its name. */
  String constant(Tensor tensor) {
    return constants.computeIfAbsent(
        tensor, fresh -> initializer("constant_" + constants.size(), fresh, fresh.dims()));
  }

  /** Stores a tensor under a name like the wish, with dimensions of the same product. */
  String initializer(String wish, Tensor tensor, long[] dims) {
    String name = names.take(wish);
    ProtobufWriter message = new ProtobufWriter();
    for (long dim : dims) {
      message.integer(OnnxFields.TENSOR_DIM, dim);
    }
    message
        .integer(OnnxFields.TENSOR_TYPE, ElementType.of(tensor.dtype()).code())
        .text(OnnxFields.TENSOR_NAME, name)
        .bytes(OnnxFields.TENSOR_RAW, littleEndian(tensor));
    initializers.message(OnnxFields.GRAPH_INITIALIZER, message);
    return name;
  }

  /** Returns the finished model; equal calls give equal bytes. */
  byte[] toByteArray(Map<String, String> metadata) {
    ProtobufWriter graph =
        new ProtobufWriter()
            .append(nodes)
            .text(OnnxFields.GRAPH_NAME, "network")
            .append(initializers)
            .append(inputs)
            .append(outputs);
    ProtobufWriter model =
        new ProtobufWriter()
            .integer(OnnxFields.MODEL_IR_VERSION, texts ? TEXT_IR_VERSION : IR_VERSION)
            .text(OnnxFields.MODEL_PRODUCER, "NNCreator")
            .message(OnnxFields.MODEL_GRAPH, graph)
            .message(OnnxFields.MODEL_OPSET, opset("", texts ? TEXT_OPSET : OPSET));
    if (categories) {
      model.message(OnnxFields.MODEL_OPSET, opset(ML, ML_OPSET));
    }
    new TreeMap<>(metadata)
        .forEach(
            (key, value) ->
                model.message(
                    OnnxFields.MODEL_METADATA, new ProtobufWriter().text(1, key).text(2, value)));
    return model.toByteArray();
  }

  private void write(
      String domain,
      String operator,
      String name,
      List<String> operands,
      List<String> results,
      Attribute... settings) {
    ProtobufWriter node = new ProtobufWriter();
    operands.forEach(operand -> node.text(OnnxFields.NODE_INPUT, operand));
    results.forEach(result -> node.text(OnnxFields.NODE_OUTPUT, result));
    node.text(OnnxFields.NODE_NAME, name).text(OnnxFields.NODE_OPERATOR, operator);
    for (Attribute setting : settings) {
      node.message(OnnxFields.NODE_ATTRIBUTE, setting.message());
    }
    if (!domain.isEmpty()) {
      node.text(OnnxFields.NODE_DOMAIN, domain);
    }
    nodes.message(OnnxFields.GRAPH_NODE, node);
  }

  private static ProtobufWriter opset(String domain, int version) {
    return new ProtobufWriter().text(1, domain).integer(2, version);
  }

  private static byte[] littleEndian(Tensor tensor) {
    int width = tensor.dtype() == DType.F32 ? Float.BYTES : Long.BYTES;
    ByteBuffer bytes =
        ByteBuffer.allocate(Math.multiplyExact(width, tensor.size()))
            .order(ByteOrder.LITTLE_ENDIAN);
    switch (tensor.dtype()) {
      case F32 -> bytes.asFloatBuffer().put(tensor.floats());
      case F64 -> bytes.asDoubleBuffer().put(tensor.doubles());
      case I64 -> bytes.asLongBuffer().put(tensor.longs());
      case BOOL -> throw new IllegalArgumentException("There is no tensor of type BOOL.");
    }
    return bytes.array();
  }
}
