// SPDX-License-Identifier: Apache-2.0
package io.nncreator.djl.internal.torchscript;

import static io.nncreator.djl.internal.torchscript.NodeEmitter.call;

import io.nncreator.api.graph.Node;
import io.nncreator.api.graph.Op;
import io.nncreator.api.graph.Op.BinaryKind;
import io.nncreator.api.graph.Op.ReduceKind;
import io.nncreator.api.graph.Shape;
import io.nncreator.api.graph.Value;
import io.nncreator.djl.internal.torchscript.Emission.Kernel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A linear layer of its own for each feature, {@code sum over t of x[b, n, t, 1] w[1, n, t, d]}, as
 * one product of matrices per feature: what layers spell out as product and sum would write and
 * read a value for each t and d.
 */
final class FeatureWise {
  private final GraphScope scope;

  FeatureWise(GraphScope scope) {
    this.scope = scope;
  }

  /** Returns the product that a sum over an axis is, or null. */
  @Nullable Emission match(Op.Reduce reduce, Value summed) {
    Node node = scope.node(summed);
    boolean product = node.op() instanceof Op.Binary binary && binary.kind() == BinaryKind.MUL;
    if (reduce.kind() != ReduceKind.SUM
        || reduce.axis() != -2
        || !product
        || !scope.usedOnce(summed)) {
      return null;
    }
    Value x = node.inputs().get(0);
    Value weight = node.inputs().get(1);
    return fits(x, weight)
        ? new Emission(
            Kernel.FEATURE_WISE,
            back(call("matmul", turned(matrices(weight)), turned(rows(x)))),
            List.of(x, weight))
        : null;
  }

  /** Returns what is passed back to the values (0) or the weights (1). */
  String backward(Value x, Value weight, int operand, String g) {
    // Long rows on the right: PyTorch's products of many small matrices are faster that way.
    String gradient = call("transpose", call("squeeze", g, "-2"), "-3", "-2");
    if (operand == 0) {
      String all = call("matmul", gradient, turned(matrices(weight)));
      return call("unsqueeze", call("transpose", all, "-3", "-2"), "-1");
    }
    return call("unsqueeze", turned(call("matmul", turned(gradient), rows(x))), "-4");
  }

  private boolean fits(Value x, Value weight) {
    Shape rows = x.shape();
    Shape matrices = weight.shape();
    return rows.rank() == 4
        && matrices.rank() == 4
        && rows.batched()
        && !matrices.batched()
        && matrices.dim(0) == 1
        && rows.dim(-1) == 1
        && rows.dim(-2) == matrices.dim(-2)
        && rows.dim(-3) == matrices.dim(-3)
        && scope.stacked(x) == scope.stacked(weight);
  }

  /** Rows of each feature, {@code [.., n, b, t]}. */
  private String rows(Value x) {
    return call("transpose", call("squeeze", scope.read(x), "-1"), "-3", "-2");
  }

  /** The matrix of each feature, {@code [.., n, t, d]}. */
  private String matrices(Value weight) {
    return call("squeeze", scope.read(weight), "-4");
  }

  /** From {@code [.., n, d, b]} to {@code [.., b, n, 1, d]}. */
  private static String back(String product) {
    return call("unsqueeze", call("transpose", turned(product), "-3", "-2"), "-2");
  }

  private static String turned(String matrices) {
    return call("transpose", matrices, "-2", "-1");
  }
}
