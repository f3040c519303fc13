// SPDX-License-Identifier: Apache-2.0
package io.nncreator.djl.internal.torchscript;

import io.nncreator.api.graph.DType;
import io.nncreator.api.graph.Node;
import io.nncreator.api.graph.Op;
import io.nncreator.api.graph.Shape;
import io.nncreator.api.graph.Tensor;
import io.nncreator.api.graph.Value;
import java.util.ArrayList;
import java.util.List;

/** Writes one node as one TorchScript expression. */
final class NodeEmitter {
  private final GraphScope scope;

  NodeEmitter(GraphScope scope) {
    this.scope = scope;
  }

  Emission emit(Node node) {
    Op op = node.op();
    List<Value> in = node.inputs();
    if (op instanceof Op.Binary binary) {
      return BinaryEmitter.emit(binary.kind(), in.get(0), in.get(1), scope);
    }
    if (op instanceof Op.Pool pool) {
      return new PoolEmitter(scope, pool, node).emit();
    }
    return new Emission(Emission.Kernel.NODE, text(node), in);
  }

  private String text(Node node) {
    Op op = node.op();
    List<String> in = node.inputs().stream().map(scope::read).toList();
    if (op instanceof Op.Unary unary) {
      return call(unary(unary.kind(), node.inputs().get(0)), in.get(0));
    }
    if (op instanceof Op.Where) {
      return call("where", in.toArray(String[]::new));
    }
    if (op instanceof Op.Cast cast) {
      return call("to", in.get(0), String.valueOf(Literals.scalarType(cast.to())));
    }
    if (op instanceof Op.MatMul) {
      return new Products(scope).product(node.inputs().get(0), node.inputs().get(1));
    }
    if (op instanceof Op.Convolution convolution) {
      return new ConvolutionEmitter(scope).emit(convolution, node);
    }
    if (op instanceof Op.Transpose transpose) {
      return transposed(transpose, in.get(0));
    }
    if (op instanceof Op.Reduce reduce) {
      return call(function(reduce.kind()), in.get(0), Literals.list(reduce.axis()), "True");
    }
    if (op instanceof Op.Softmax) {
      return call("softmax", in.get(0), "-1");
    }
    if (op instanceof Op.LogSoftmax) {
      return call("log_softmax", in.get(0), "-1");
    }
    if (op instanceof Op.Reshape reshape) {
      return call("reshape", in.get(0), dims(reshape.to(), node.output()));
    }
    if (op instanceof Op.Concat concat) {
      return call("cat", concatenated(node), String.valueOf(concat.axis()));
    }
    if (op instanceof Op.Slice slice) {
      return call(
          "narrow",
          in.get(0),
          String.valueOf(slice.axis()),
          String.valueOf(slice.start()),
          String.valueOf(slice.length()));
    }
    if (op instanceof Op.Embedding) {
      return embedding(node.inputs().get(0), node.inputs().get(1), node.output());
    }
    if (op instanceof Op.OneHot oneHot) {
      String hit = call("eq", in.get(0), scope.constants().reference(count(oneHot.depth(), 1)));
      return call("to", hit, String.valueOf(Literals.scalarType(DType.F32)));
    }
    if (op instanceof Op.Dropout) {
      return scope.training() ? call("mul", in.get(0), scope.binding(node.output())) : in.get(0);
    }
    if (op instanceof Op.MemberMean) {
      return scope.stacked(node.inputs().get(0)) ? call("mean", in.get(0), "[0]") : in.get(0);
    }
    throw new IllegalStateException("The operation " + op + " has no expression.");
  }

  static String transposed(Op.Transpose op, String text) {
    return call("transpose", text, String.valueOf(op.first()), String.valueOf(op.second()));
  }

  private String concatenated(Node node) {
    List<String> parts = new ArrayList<>();
    for (Value part : node.inputs()) {
      boolean widen = scope.stacked(node.output()) && !scope.stacked(part);
      parts.add(widen ? widened(part) : scope.read(part));
    }
    return "[" + String.join(", ", parts) + "]";
  }

  private String widened(Value part) {
    long[] dims = new long[part.shape().rank() + 1];
    java.util.Arrays.fill(dims, -1);
    dims[0] = scope.members();
    return call("expand", scope.read(part), Literals.list(dims));
  }

  /** Looks rows up; the tables of stacked members lie one behind the other. */
  private String embedding(Value table, Value codes, Value result) {
    if (!scope.stacked(table)) {
      return call("embedding", scope.read(table), positions(scope, table, codes));
    }
    if (!scope.stacked(codes)) {
      String flat = call("reshape", scope.read(codes), "[-1]");
      return call(
          "reshape",
          call("index_select", scope.read(table), "1", flat),
          dims(result.shape(), result));
    }
    String tables = call("flatten", scope.read(table), "0", "1");
    return call("embedding", tables, positions(scope, table, codes));
  }

  /** Returns the rows of the table, or of all members' tables, that codes stand for. */
  static String positions(GraphScope scope, Value table, Value codes) {
    String flat = call("squeeze", scope.read(codes), "-1");
    if (!scope.stacked(table)) {
      return flat;
    }
    Tensor offsets = count(scope.members(), table.shape().dim(0));
    long[] dims = new long[codes.shape().rank()];
    java.util.Arrays.fill(dims, 1);
    dims[0] = scope.members();
    Tensor column = Tensor.of(offsets.longs(), dims);
    return call("add", flat, scope.constants().reference(column));
  }

  private String dims(Shape to, Value result) {
    return Literals.list(scope.dims(to, scope.stacked(result)));
  }

  private static Tensor count(long size, long step) {
    long[] numbers = new long[Math.toIntExact(size)];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = i * step;
    }
    return Tensor.of(numbers, size);
  }

  /** Nobody else reads what a linear layer gives to ReLU, so ReLU may write over it. */
  private String unary(Op.UnaryKind kind, Value x) {
    Emission linear =
        kind == Op.UnaryKind.RELU && scope.usedOnce(x)
            ? new Fusions(scope).match(scope.node(x))
            : null;
    boolean over = linear != null && linear.kernel() == Emission.Kernel.LINEAR;
    return over ? "relu_" : function(kind);
  }

  private static String function(Op.UnaryKind kind) {
    return switch (kind) {
      case IS_NAN -> "isnan";
      default -> kind.name().toLowerCase(java.util.Locale.ROOT);
    };
  }

  private static String function(Op.ReduceKind kind) {
    return switch (kind) {
      case SUM -> "sum";
      case MEAN -> "mean";
      case MAX -> "amax";
    };
  }

  static String call(String function, String... arguments) {
    return "torch." + function + "(" + String.join(", ", arguments) + ")";
  }
}
