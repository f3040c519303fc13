// SPDX-License-Identifier: Apache-2.0
package io.nncreator.djl.internal.torchscript;

import io.nncreator.api.graph.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * The TorchScript expression of one node, or of a group of nodes that one kernel computes.
 *
 * @param kernel what computes it
 * @param text the expression
 * @param operands values that it reads
 * @param before assignments that the expression needs
 */
record Emission(Kernel kernel, String text, List<Value> operands, List<String> before) {
  /** The kinds of kernels. */
  enum Kernel {
    /** The kernel of the node's own operation. */
    NODE,
    /** Bias, rows, matrix: {@code x W + b}. */
    LINEAR,
    /** {@code x sigmoid(x)}. */
    SILU,
    /** {@code x tanh(softplus(x))}. */
    MISH,
    /** {@code x Phi(x)}. */
    GELU,
    /** Values that nothing learnt leads to: {@code min(max((x - a) b, c), d)}. */
    CUT_LINE,
    /** Values and weights per feature: {@code sum over t of x[.., t, 1] w[.., t, d]}. */
    FEATURE_WISE,
    /** Addend, factor, factor: {@code a b + c}. */
    AFFINE,
    /** Layer norm without gain and bias; it also gives mean and inverse deviation. */
    LAYER_NORM
  }

  Emission {
    operands = List.copyOf(operands);
    before = List.copyOf(before);
  }

  Emission(Kernel kernel, String text, List<Value> operands) {
    this(kernel, text, operands, List.of());
  }

  /** Returns the assignments to the variables of a node. */
  List<String> assignments(int id) {
    String targets = kernel == Kernel.LAYER_NORM ? "v" + id + ", m" + id + ", r" + id : "v" + id;
    List<String> lines = new ArrayList<>(before);
    lines.add(targets + " = " + text);
    return lines;
  }
}
