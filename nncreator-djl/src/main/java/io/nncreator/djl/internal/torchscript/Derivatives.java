// SPDX-License-Identifier: Apache-2.0
package io.nncreator.djl.internal.torchscript;

import static io.nncreator.djl.internal.torchscript.NodeEmitter.call;

import io.nncreator.api.graph.Node;
import io.nncreator.api.graph.Op;
import io.nncreator.api.graph.Op.ReduceKind;
import io.nncreator.api.graph.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes what a kernel passes back to one of its operands, given the derivative {@code g} by its
 * result. At kinks they take a derivative from one side.
 */
final class Derivatives {
  /** Says that nothing is passed back. */
  static final String ZERO = "";

  private final GraphScope scope;
  private final int batch;
  private final ElementDerivatives elements;

  Derivatives(GraphScope scope, int batch) {
    this.scope = scope;
    this.batch = batch;
    this.elements = new ElementDerivatives(scope);
  }

  /** Returns the expression for an operand, {@link #ZERO}, or null if it cannot be written. */
  @Nullable String of(Node node, Emission emission, int operand, String g) {
    List<Value> in = emission.operands();
    return switch (emission.kernel()) {
      case NODE -> ofNode(node, operand, g);
      case LINEAR ->
          switch (operand) {
            case 0 -> narrowed(g, node.output(), in.get(0));
            case 1 -> new Products(scope).toRows(in.get(1), in.get(2), g);
            default -> new Products(scope).toMatrix(in.get(1), in.get(2), g);
          };
      case SILU -> call("silu_backward", g, scope.read(in.get(0)));
      case MISH -> call("mish_backward", g, scope.read(in.get(0)));
      case GELU -> call("gelu_backward", g, scope.read(in.get(0)));
      case AFFINE -> {
        String part = operand == 0 ? g : call("mul", g, scope.read(in.get(operand == 1 ? 2 : 1)));
        yield narrowed(part, node.output(), in.get(operand));
      }
      case CUT_LINE -> null;
      case FEATURE_WISE -> new FeatureWise(scope).backward(in.get(0), in.get(1), operand, g);
      case LAYER_NORM -> layerNorm(node.output().id(), in.get(0), g);
    };
  }

  private @Nullable String ofNode(Node node, int operand, String g) {
    Op op = node.op();
    Value x = node.inputs().get(operand);
    Value y = node.output();
    if (op instanceof Op.Unary unary) {
      return elements.unary(unary.kind(), scope.read(x), scope.read(y), g);
    }
    if (op instanceof Op.Binary binary) {
      String part = elements.binary(binary.kind(), node, operand, g);
      return part == null || part.equals(ZERO) ? part : narrowed(part, y, x);
    }
    if (op instanceof Op.Where) {
      String condition = scope.read(node.inputs().get(0));
      String part =
          operand == 1 ? call("where", condition, g, "0.") : call("where", condition, "0.", g);
      return narrowed(part, y, x);
    }
    if (op instanceof Op.Cast) {
      return call("to", g, String.valueOf(Literals.scalarType(x.type().dtype())));
    }
    if (op instanceof Op.MatMul) {
      Value matrix = node.inputs().get(1);
      return operand == 0
          ? new Products(scope).toRows(x, matrix, g)
          : new Products(scope).toMatrix(node.inputs().get(0), matrix, g);
    }
    if (op instanceof Op.Convolution convolution) {
      return new ConvolutionEmitter(scope).backward(convolution, node, operand, g);
    }
    if (op instanceof Op.Pool pool) {
      return new PoolEmitter(scope, pool, node).backward(g);
    }
    if (op instanceof Op.Transpose transpose) {
      return NodeEmitter.transposed(transpose, g);
    }
    if (op instanceof Op.Reduce reduce) {
      return reduced(reduce, x, y, g);
    }
    if (op instanceof Op.Softmax) {
      return call("_softmax_backward_data", g, scope.read(y), "-1", scalarType(x));
    }
    if (op instanceof Op.LogSoftmax) {
      return call("_log_softmax_backward_data", g, scope.read(y), "-1", scalarType(x));
    }
    if (op instanceof Op.Reshape) {
      return call("reshape", g, dims(x));
    }
    if (op instanceof Op.Concat concat) {
      long start = 0;
      for (Value before : node.inputs().subList(0, operand)) {
        start += before.shape().dim(concat.axis());
      }
      return narrow(g, concat.axis(), start, x.shape().dim(concat.axis()));
    }
    if (op instanceof Op.Embedding) {
      return table(x, node.inputs().get(1), g);
    }
    return op instanceof Op.Dropout ? call("mul", g, scope.binding(y)) : null;
  }

  private String reduced(Op.Reduce reduce, Value x, Value y, String g) {
    if (reduce.kind() == ReduceKind.MAX) {
      String hits = call("eq", scope.read(x), scope.read(y));
      String count = call("sum", hits, Literals.list(reduce.axis()), "True");
      return call("mul", hits, call("div", g, count));
    }
    String share =
        reduce.kind() == ReduceKind.MEAN
            ? call("mul", g, Literals.of(1.0 / x.shape().dim(reduce.axis())))
            : g;
    return call("expand", share, dims(x));
  }

  private String layerNorm(int id, Value x, String g) {
    String size = Literals.list(x.shape().dim(-1));
    String all =
        call(
            "native_layer_norm_backward",
            g,
            scope.read(x),
            size,
            "m" + id,
            "r" + id,
            "None",
            "None",
            "[True, False, False]");
    return "(" + all + ")[0]";
  }

  private @Nullable String table(Value table, Value codes, String g) {
    if (scope.stacked(table) != scope.stacked(codes)) {
      return null;
    }
    long rows = table.shape().dim(0) * (scope.stacked(table) ? scope.members() : 1);
    String positions = NodeEmitter.positions(scope, table, codes);
    String flat =
        call("embedding_dense_backward", g, positions, String.valueOf(rows), "-1", "False");
    return call("reshape", flat, dims(table));
  }

  /** Sums over the axes along which an operand was repeated. */
  private String narrowed(String part, Value result, Value operand) {
    long[] wide = scope.dims(result, batch);
    long[] narrow = scope.dims(operand, batch);
    List<Integer> axes = new ArrayList<>();
    for (int axis = 1; axis <= narrow.length; axis++) {
      if (narrow[narrow.length - axis] == 1 && wide[wide.length - axis] != 1) {
        axes.add(-axis);
      }
    }
    return axes.isEmpty() ? part : call("sum", part, axes.toString(), "True");
  }

  private String dims(Value value) {
    return Literals.list(scope.dims(value, batch));
  }

  private static String narrow(String g, int axis, long start, long length) {
    return call("narrow", g, String.valueOf(axis), String.valueOf(start), String.valueOf(length));
  }

  private static String scalarType(Value value) {
    return String.valueOf(Literals.scalarType(value.type().dtype()));
  }
}
