// SPDX-License-Identifier: Apache-2.0
package io.nncreator.djl.internal.torchscript;

import static io.nncreator.djl.internal.torchscript.NodeEmitter.call;

import io.nncreator.api.graph.Shape;
import io.nncreator.api.graph.Value;

/**
 * Writes products of matrices and what they pass back. Rows of more than one axis are laid one
 * below the other before a matrix that they share, so that one large product is left.
 */
final class Products {
  private final GraphScope scope;

  Products(GraphScope scope) {
    this.scope = scope;
  }

  String product(Value x, Value matrix) {
    String factor = factor(matrix, matrix);
    if (x.shape().rank() == 2) {
      boolean alike = scope.stacked(x) == scope.stacked(matrix);
      String kernel = alike ? scope.stacked(x) ? "bmm" : "mm" : "matmul";
      return result(matrix, call(kernel, factor(x, matrix), factor));
    }
    if (!shared(matrix) || !scope.stacked(matrix)) {
      return result(matrix, call("matmul", factor(x, matrix), factor));
    }
    Shape to = x.shape().with(-1, matrix.shape().dim(-1));
    String all = call(scope.stacked(x) ? "bmm" : "matmul", flat(x, matrix), factor);
    return result(matrix, call("reshape", all, Literals.list(scope.dims(to, true))));
  }

  /** Returns whether the factors of a product with a matrix are rounded. */
  boolean rounded(Value matrix) {
    return scope.rounding().applies(scope.node(matrix));
  }

  /**
   * Returns what is passed back to the rows.
   *
   * @param g derivative by the product, rounded if the factors are
   */
  String toRows(Value x, Value matrix, String g) {
    return result(matrix, rows(x, matrix, g));
  }

  private String rows(Value x, Value matrix, String g) {
    String other = call("transpose", factor(matrix, matrix), "-2", "-1");
    if (x.shape().rank() == 2) {
      return scope.stacked(matrix) || scope.members() == 1
          ? call(scope.stacked(matrix) ? "bmm" : "mm", g, other)
          : call("matmul", g, other);
    }
    if (!shared(matrix) || !scope.stacked(matrix)) {
      return call("matmul", g, other);
    }
    String rows = call("reshape", g, flatDims(matrix.shape().dim(-1), true));
    return call("reshape", call("bmm", rows, other), Literals.list(scope.dims(x.shape(), true)));
  }

  /**
   * Returns what is passed back to the matrix, which all members have for themselves.
   *
   * @param g derivative by the product, rounded if the factors are
   */
  String toMatrix(Value x, Value matrix, String g) {
    return result(matrix, matrix(x, matrix, g));
  }

  private String matrix(Value x, Value matrix, String g) {
    boolean one = scope.members() == 1;
    boolean flat = x.shape().rank() == 2;
    if (!shared(matrix)) {
      return call("matmul", call("transpose", scope.read(x), "-2", "-1"), g);
    }
    String rows = flat ? factor(x, matrix) : flat(x, matrix);
    String gradient = flat ? g : call("reshape", g, flatDims(matrix.shape().dim(-1), !one));
    String kernel = one ? "mm" : scope.stacked(x) ? "bmm" : "matmul";
    return call(kernel, call("transpose", rows, "-2", "-1"), gradient);
  }

  private static boolean shared(Value matrix) {
    return !matrix.shape().batched();
  }

  /** Returns the rows with all axes but the last one, and the members', laid into one. */
  private String flat(Value x, Value matrix) {
    return call("reshape", factor(x, matrix), flatDims(x.shape().dim(-1), scope.stacked(x)));
  }

  /** Returns a factor of the product with a matrix. */
  private String factor(Value value, Value matrix) {
    return rounded(matrix) ? scope.rounding().read(value) : scope.read(value);
  }

  private String result(Value matrix, String product) {
    return rounded(matrix) ? Rounding.up(product) : product;
  }

  private String flatDims(long width, boolean stacked) {
    return stacked ? Literals.list(scope.members(), -1, width) : Literals.list(-1, width);
  }
}
