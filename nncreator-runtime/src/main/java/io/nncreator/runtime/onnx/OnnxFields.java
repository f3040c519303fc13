// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.onnx;

/** Field numbers of {@code onnx.proto} and the value descriptions made of them. */
final class OnnxFields {
  static final int MODEL_IR_VERSION = 1;
  static final int MODEL_PRODUCER = 2;
  static final int MODEL_GRAPH = 7;
  static final int MODEL_OPSET = 8;
  static final int MODEL_METADATA = 14;

  static final int GRAPH_NODE = 1;
  static final int GRAPH_NAME = 2;
  static final int GRAPH_INITIALIZER = 5;
  static final int GRAPH_INPUT = 11;
  static final int GRAPH_OUTPUT = 12;

  static final int NODE_INPUT = 1;
  static final int NODE_OUTPUT = 2;
  static final int NODE_NAME = 3;
  static final int NODE_OPERATOR = 4;
  static final int NODE_ATTRIBUTE = 5;
  static final int NODE_DOMAIN = 7;

  static final int TENSOR_DIM = 1;
  static final int TENSOR_TYPE = 2;
  static final int TENSOR_NAME = 8;
  static final int TENSOR_RAW = 9;

  static final int VALUE_NAME = 1;
  static final int VALUE_TYPE = 2;
  static final int VALUE_DOC = 3;
  static final int TYPE_TENSOR = 1;
  static final int TENSOR_TYPE_ELEMENT = 1;
  static final int TENSOR_TYPE_SHAPE = 2;

  private OnnxFields() {}

  /** Describes an input or output; a negative dimension is the number of rows. */
  static ProtobufWriter value(String name, ElementType type, long... dims) {
    ProtobufWriter shape = new ProtobufWriter();
    for (long dim : dims) {
      ProtobufWriter size = new ProtobufWriter();
      shape.message(1, dim < 0 ? size.text(2, OnnxGraph.ROWS) : size.integer(1, dim));
    }
    ProtobufWriter tensor =
        new ProtobufWriter()
            .integer(TENSOR_TYPE_ELEMENT, type.code())
            .message(TENSOR_TYPE_SHAPE, shape);
    return new ProtobufWriter()
        .text(VALUE_NAME, name)
        .message(VALUE_TYPE, new ProtobufWriter().message(TYPE_TENSOR, tensor));
  }
}
