// SPDX-License-Identifier: Apache-2.0
package io.nncreator.djl.internal.torchscript;

import static io.nncreator.djl.internal.torchscript.NodeEmitter.call;

import io.nncreator.api.graph.DType;
import io.nncreator.api.graph.Node;
import io.nncreator.api.graph.Op;
import io.nncreator.api.graph.Op.BinaryKind;
import io.nncreator.api.graph.Op.ReduceKind;
import io.nncreator.api.graph.Op.UnaryKind;
import io.nncreator.api.graph.Shape;
import io.nncreator.api.graph.Value;
import io.nncreator.djl.internal.torchscript.Emission.Kernel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds groups of nodes that one PyTorch kernel computes: a linear layer, an activation that layers
 * spell out in primitives, a layer norm, a product per feature. Fewer kernels mean fewer passes
 * over memory and less dispatching, forward and backward.
 */
final class Fusions {
  private final GraphScope scope;

  Fusions(GraphScope scope) {
    this.scope = scope;
  }

  /** Returns the expression of the group that ends in a node, or null when there is none. */
  @Nullable Emission match(Node node) {
    if (node.output().type().dtype() != DType.F32) {
      return null;
    }
    if (node.op() instanceof Op.Reduce reduce) {
      return new FeatureWise(scope).match(reduce, node.inputs().get(0));
    }
    if (!(node.op() instanceof Op.Binary binary)) {
      return null;
    }
    Value a = node.inputs().get(0);
    Value b = node.inputs().get(1);
    return switch (binary.kind()) {
      case ADD -> firstOf(linear(a, b), linear(b, a), gelu(a, b), affine(a, b));
      case MUL -> firstOf(gated(a, b), gated(b, a));
      case DIV -> layerNorm(a, b);
      case MIN -> cutLine(a, b, node.output().shape());
      default -> null;
    };
  }

  private @Nullable Emission linear(Value product, Value bias) {
    Node node = scope.node(product);
    if (!(node.op() instanceof Op.MatMul) || !scope.usedOnce(product)) {
      return null;
    }
    Value x = node.inputs().get(0);
    Value matrix = node.inputs().get(1);
    boolean alike =
        scope.stacked(x) == scope.stacked(matrix) && scope.stacked(x) == scope.stacked(bias);
    boolean fits =
        bias.shape().equals(Shape.of(1, matrix.shape().dim(-1)))
            || bias.shape().equals(product.shape());
    if (!alike || x.shape().rank() != 2 || !fits) {
      return null;
    }
    String kernel = scope.stacked(x) ? "baddbmm" : "addmm";
    Products products = new Products(scope);
    // Nobody else reads the product, so the bias may be added in place.
    String text =
        products.rounded(matrix)
            ? call("add_", products.product(x, matrix), scope.read(bias))
            : call(kernel, scope.read(bias), scope.read(x), scope.read(matrix));
    return new Emission(Kernel.LINEAR, text, List.of(bias, x, matrix));
  }

  /** x * sigmoid(x) and x * tanh(softplus(x)). */
  private @Nullable Emission gated(Value x, Value gate) {
    if (!scope.usedOnce(gate)) {
      return null;
    }
    if (x.equals(operand(gate, UnaryKind.SIGMOID))) {
      return new Emission(Kernel.SILU, call("silu", scope.read(x)), List.of(x));
    }
    Value softplus = operand(gate, UnaryKind.TANH);
    if (softplus != null
        && scope.usedOnce(softplus)
        && x.equals(operand(softplus, UnaryKind.SOFTPLUS))) {
      return new Emission(Kernel.MISH, call("mish", scope.read(x)), List.of(x));
    }
    return null;
  }

  /** x/2 + x/2 * erf(x / sqrt 2). */
  private @Nullable Emission gelu(Value half, Value rest) {
    Value x = scaled(half, 0.5);
    Node product = scope.node(rest);
    if (x == null || !isBinary(product, BinaryKind.MUL) || !product.inputs().get(0).equals(half)) {
      return null;
    }
    Value scaled = operand(product.inputs().get(1), UnaryKind.ERF);
    return scaled != null && x.equals(scaled(scaled, Math.sqrt(0.5)))
        ? new Emission(Kernel.GELU, call("gelu", scope.read(x)), List.of(x))
        : null;
  }

  /** a * b + c. */
  private @Nullable Emission affine(Value product, Value c) {
    Node node = scope.node(product);
    if (!isBinary(node, BinaryKind.MUL)
        || !scope.usedOnce(product)
        || match(node) != null
        || scope.literal(c) != null) {
      return null;
    }
    Value a = node.inputs().get(0);
    Value b = node.inputs().get(1);
    return scope.literal(a) != null || scope.literal(b) != null
        ? null
        : new Emission(
            Kernel.AFFINE,
            call("addcmul", scope.read(c), scope.read(a), scope.read(b)),
            List.of(c, a, b));
  }

  /** min(max((x - a) b, c), d), in one piece of memory: nothing is passed back through it. */
  private @Nullable Emission cutLine(Value above, Value most, Shape shape) {
    Value line = constantly(above, BinaryKind.MAX);
    Value shifted = line == null ? null : constantly(line, BinaryKind.MUL);
    Value x = shifted == null ? null : constantly(shifted, BinaryKind.SUB);
    if (line == null
        || shifted == null
        || x == null
        || scope.learnt(x)
        || !fixed(most)
        || !shifted.shape().equals(shape)) {
      return null;
    }
    String scaled = call("mul_", call("sub", scope.read(x), second(shifted)), second(line));
    String text = call("clamp_", scaled, second(above), scope.read(most));
    return new Emission(Kernel.CUT_LINE, text, List.of(x));
  }

  /** Returns the first operand of a function whose second one is a constant of its size. */
  private @Nullable Value constantly(Value value, BinaryKind kind) {
    Node node = scope.node(value);
    boolean fits = isBinary(node, kind) && scope.usedOnce(value) && fixed(node.inputs().get(1));
    return fits ? node.inputs().get(0) : null;
  }

  private boolean fixed(Value value) {
    return scope.node(value).op() instanceof Op.Constant && scope.literal(value) == null;
  }

  private String second(Value value) {
    return scope.read(scope.node(value).inputs().get(1));
  }

  /** (x - mean) / sqrt(mean((x - mean)^2) + epsilon). */
  private @Nullable Emission layerNorm(Value centred, Value deviation) {
    Value shifted = operand(deviation, UnaryKind.SQRT);
    if (shifted == null || !isBinary(scope.node(shifted), BinaryKind.ADD)) {
      return null;
    }
    Value variance = scope.node(shifted).inputs().get(0);
    String epsilon = scope.literal(scope.node(shifted).inputs().get(1));
    Value squares = lastMeanOf(variance);
    if (epsilon == null || squares == null || !isSquare(squares, centred)) {
      return null;
    }
    Node difference = scope.node(centred);
    if (!isBinary(difference, BinaryKind.SUB)) {
      return null;
    }
    Value x = difference.inputs().get(0);
    if (!x.equals(lastMeanOf(difference.inputs().get(1)))) {
      return null;
    }
    String size = Literals.list(x.shape().dim(-1));
    return new Emission(
        Kernel.LAYER_NORM,
        call("native_layer_norm", scope.read(x), size, "None", "None", epsilon),
        List.of(x));
  }

  private boolean isSquare(Value value, Value root) {
    Node node = scope.node(value);
    return isBinary(node, BinaryKind.MUL)
        && node.inputs().get(0).equals(root)
        && node.inputs().get(1).equals(root);
  }

  private @Nullable Value lastMeanOf(Value value) {
    Node node = scope.node(value);
    boolean mean =
        node.op() instanceof Op.Reduce reduce
            && reduce.kind() == ReduceKind.MEAN
            && reduce.axis() == -1;
    return mean ? node.inputs().get(0) : null;
  }

  private @Nullable Value scaled(Value value, double factor) {
    Node node = scope.node(value);
    boolean fits = isBinary(node, BinaryKind.MUL) && scope.isConstant(node.inputs().get(1), factor);
    return fits ? node.inputs().get(0) : null;
  }

  private @Nullable Value operand(Value value, UnaryKind kind) {
    Node node = scope.node(value);
    boolean fits = node.op() instanceof Op.Unary unary && unary.kind() == kind;
    return fits ? node.inputs().get(0) : null;
  }

  private static boolean isBinary(Node node, BinaryKind kind) {
    return node.op() instanceof Op.Binary binary && binary.kind() == kind;
  }

  private static @Nullable Emission firstOf(@Nullable Emission... found) {
    for (Emission emission : found) {
      if (emission != null) {
        return emission;
      }
    }
    return null;
  }
}
