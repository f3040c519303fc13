// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.onnx;

import io.nncreator.api.graph.DType;
import io.nncreator.api.graph.Graph;
import io.nncreator.api.graph.Node;
import io.nncreator.api.graph.Op;
import io.nncreator.api.graph.Tensor;
import io.nncreator.api.graph.TensorType;
import io.nncreator.api.graph.Value;
import io.nncreator.api.graph.Weights;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Writes the operations of an op graph as ONNX nodes.
 *
 * <p>With several members, values per member get a leading axis; with one there is no such axis, so
 * that the model is as small and fast as a single network.
 */
final class OpWriter {
  private final OnnxGraph onnx;
  private final Weights weights;
  private final Map<String, String> inputs;
  private final Map<Integer, String> results = new HashMap<>();
  private final Map<Integer, String> reserved = new HashMap<>();
  private final ElementwiseWriter elementwise;

  /**
   * Prepares to write.
   *
   * @param inputs name of a graph input to name of the ONNX value that feeds it
   */
  OpWriter(OnnxGraph onnx, Weights weights, Map<String, String> inputs) {
    this.onnx = onnx;
    this.weights = weights;
    this.inputs = inputs;
    this.elementwise = new ElementwiseWriter(onnx);
  }

  /**
   * Writes what the outputs of a graph need.
   *
   * @param outputs name of a graph output to its name in ONNX, which is already taken
   */
  void write(Graph graph, Map<String, String> outputs) {
    graph
        .outputs()
        .forEach((name, value) -> reserved.putIfAbsent(origin(graph, value), outputs.get(name)));
    for (Node node : graph.nodesFor(outputs.keySet().toArray(String[]::new))) {
      results.put(node.output().id(), write(node));
    }
    graph
        .outputs()
        .forEach(
            (name, value) -> {
              String wanted = Objects.requireNonNull(outputs.get(name));
              String result = operand(value);
              if (!result.equals(wanted)) {
                onnx.node("Identity", List.of(result), wanted);
              }
            });
  }

  /** Returns whether values of a type have a leading axis of members. */
  boolean stacked(TensorType type) {
    return type.perMember() && weights.members() > 1;
  }

  private String write(Node node) {
    Op op = node.op();
    List<String> x = node.inputs().stream().map(this::operand).toList();
    if (op instanceof Op.Input input) {
      return Objects.requireNonNull(inputs.get(input.name()), input.name());
    }
    if (op instanceof Op.Parameter parameter) {
      return parameter(parameter.name(), node.output());
    }
    if (op instanceof Op.Constant constant) {
      return onnx.constant(constant.value());
    }
    if (passes(node)) {
      return x.get(0);
    }
    String result = resultName(node);
    if (op instanceof Op.Unary unary) {
      elementwise.unary(unary.kind(), node.inputs().get(0).type().dtype(), x.get(0), result);
    } else if (op instanceof Op.Binary binary) {
      onnx.node(ElementwiseWriter.operator(binary.kind()), x, result);
    } else if (op instanceof Op.Where) {
      elementwise.where(node.output().type().dtype(), x, result);
    } else if (op instanceof Op.Cast cast) {
      onnx.node("Cast", x, result, Attribute.of("to", ElementType.of(cast.to()).code()));
    } else if (op instanceof Op.MatMul) {
      onnx.node("MatMul", List.of(x.get(0), matrix(node, x.get(1), result)), result);
    } else if (op instanceof Op.Transpose transpose) {
      onnx.node("Transpose", x, result, order(transpose, node.output().type()));
    } else if (op instanceof Op.Convolution convolution) {
      new ImageWriter(onnx, weights.members()).convolution(convolution, node, x, result);
    } else if (op instanceof Op.Pool pool) {
      new ImageWriter(onnx, weights.members()).pool(pool, node, x, result);
    } else if (op instanceof Op.Reduce reduce) {
      reduce(reduce, x.get(0), result);
    } else if (op instanceof Op.Softmax) {
      onnx.node("Softmax", x, result, Attribute.of("axis", -1));
    } else if (op instanceof Op.LogSoftmax) {
      onnx.node("LogSoftmax", x, result, Attribute.of("axis", -1));
    } else if (op instanceof Op.Reshape) {
      onnx.node("Reshape", List.of(x.get(0), integers(reshaped(node.output().type()))), result);
    } else if (op instanceof Op.Concat concat) {
      onnx.node("Concat", alike(node), result, Attribute.of("axis", concat.axis()));
    } else if (op instanceof Op.Slice slice) {
      String start = integers(slice.start());
      String end = integers(slice.start() + slice.length());
      onnx.node("Slice", List.of(x.get(0), start, end, integers(slice.axis())), result);
    } else if (op instanceof Op.Embedding) {
      new EmbeddingWriter(onnx, weights.members())
          .write(node, stacked(node.inputs().get(0).type()), x, result);
    } else if (op instanceof Op.OneHot oneHot) {
      oneHot(oneHot.depth(), x.get(0), result);
    } else if (op instanceof Op.MemberMean) {
      onnx.reduce("ReduceMean", x.get(0), 0, false, result);
    } else {
      throw new IllegalStateException("The operation " + op + " has no ONNX form.");
    }
    return result;
  }

  /** Says whether an operation gives back its operand when a finished network is used. */
  private boolean passes(Node node) {
    return node.op() instanceof Op.Dropout
        || (node.op() instanceof Op.MemberMean && weights.members() == 1);
  }

  /** Returns the id of the value that an output is the same as. */
  private int origin(Graph graph, Value value) {
    Node node = graph.nodes().get(value.id());
    return passes(node) ? origin(graph, node.inputs().get(0)) : value.id();
  }

  private String operand(Value value) {
    String name = results.get(value.id());
    if (name == null) {
      throw new IllegalStateException("The value " + value + " is used before it is written.");
    }
    return name;
  }

  private String resultName(Node node) {
    String name = reserved.get(node.output().id());
    return name != null
        ? name
        : onnx.names().take(node.op().getClass().getSimpleName() + "_" + node.output().id());
  }

  private String parameter(String name, Value value) {
    Tensor tensor = weights.tensors().get(name);
    long[] dims = value.shape().dims();
    long[] stacked = new long[dims.length + 1];
    stacked[0] = weights.members();
    System.arraycopy(dims, 0, stacked, 1, dims.length);
    if (tensor == null || !Arrays.equals(tensor.dims(), stacked)) {
      throw new IllegalArgumentException(
          "The weights of ("
              + name
              + ") must have the dimensions "
              + Arrays.toString(stacked)
              + ", got "
              + tensor
              + ".");
    }
    return onnx.initializer(name, tensor, stacked(value.type()) ? stacked : dims);
  }

  private void reduce(Op.Reduce reduce, String x, String result) {
    String operator =
        switch (reduce.kind()) {
          case SUM -> "ReduceSum";
          case MEAN -> "ReduceMean";
          case MAX -> "ReduceMax";
        };
    onnx.reduce(operator, x, reduce.axis(), true, result);
  }

  /** Returns the new dimensions, where 0 keeps the operand's: members and rows. */
  private long[] reshaped(TensorType type) {
    long[] row = type.shape().dims();
    row[0] = 0;
    if (!stacked(type)) {
      return row;
    }
    long[] dims = new long[row.length + 1];
    System.arraycopy(row, 0, dims, 1, row.length);
    return dims;
  }

  /** Gives a member's matrix as many axes as the rows have, so that members meet members. */
  private String matrix(Node node, String name, String result) {
    Value matrix = node.inputs().get(1);
    int rank = node.inputs().get(0).shape().rank();
    if (!stacked(matrix.type()) || matrix.shape().rank() == rank) {
      return name;
    }
    long[] dims = new long[rank + 1];
    Arrays.fill(dims, 1);
    dims[0] = weights.members();
    dims[rank - 1] = matrix.shape().dim(0);
    dims[rank] = matrix.shape().dim(1);
    String wide = onnx.names().take(result + "_matrix");
    onnx.node("Reshape", List.of(name, integers(dims)), wide);
    return wide;
  }

  private Attribute order(Op.Transpose op, TensorType type) {
    int rank = type.shape().rank() + (stacked(type) ? 1 : 0);
    long[] order = new long[rank];
    Arrays.setAll(order, axis -> axis);
    order[rank + op.first()] = rank + op.second();
    order[rank + op.second()] = rank + op.first();
    return Attribute.ofIntegers("perm", order);
  }

  /** Returns operands that all have the members' axis if one has it. */
  private List<String> alike(Node node) {
    List<String> operands = new ArrayList<>();
    for (Value value : node.inputs()) {
      String operand = operand(value);
      if (stacked(node.output().type()) && !stacked(value.type())) {
        long[] ones = new long[value.shape().rank() + 1];
        Arrays.fill(ones, 1);
        ones[0] = weights.members();
        String expanded = onnx.names().take(operand + "_members");
        onnx.node("Expand", List.of(operand, integers(ones)), expanded);
        operand = expanded;
      }
      operands.add(operand);
    }
    return operands;
  }

  /** Compares with all codes: the ONNX operator OneHot would wrap negative codes around. */
  private void oneHot(long depth, String codes, String result) {
    long[] all = new long[Math.toIntExact(depth)];
    Arrays.setAll(all, code -> code);
    String hits = onnx.names().take(result + "_hits");
    onnx.node("Equal", List.of(codes, onnx.constant(Tensor.of(all, 1, depth))), hits);
    onnx.node("Cast", List.of(hits), result, Attribute.of("to", ElementType.of(DType.F32).code()));
  }

  private String integers(long... values) {
    return onnx.constant(Tensor.of(values, values.length));
  }
}
