// SPDX-License-Identifier: Apache-2.0
package io.nncreator.djl.internal.torchscript;

import static io.nncreator.djl.internal.torchscript.NodeEmitter.call;

import io.nncreator.api.graph.Node;
import io.nncreator.api.graph.Op;
import io.nncreator.api.graph.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Rounds the factors of large products of rows with learnt matrices to bf16. Each value is rounded
 * once, right after it is there, for all products that read it, those of the backward pass
 * included. PyTorch adds up in fp32 and rounds the result, which goes on as fp32. Not thread-safe.
 */
final class Rounding {
  /** Smallest side of a matrix that gains: what rounding costs grows more slowly than products. */
  private static final long LEAST_SIDE = 64;

  /** PyTorch's number of bf16. */
  private static final String BF16 = "15";

  /** PyTorch's number of fp32. */
  private static final String FP32 = "6";

  private final boolean wanted;
  private final Set<Integer> rounded = new HashSet<>();

  /**
   * Creates it.
   *
   * @param wanted false = everything stays as it is
   */
  Rounding(boolean wanted) {
    this.wanted = wanted;
  }

  /** Returns whether the factors of a product are rounded. */
  boolean applies(Node matrix) {
    return wanted
        && matrix.op() instanceof Op.Parameter
        && matrix.output().shape().rank() == 2
        && matrix.output().shape().dim(0) >= LEAST_SIDE
        && matrix.output().shape().dim(1) >= LEAST_SIDE;
  }

  /** Returns the variable of a rounded value. */
  String read(Value value) {
    rounded.add(value.id());
    return "h" + value.id();
  }

  /** Returns the expression that rounds. */
  static String down(String text) {
    return call("to", text, BF16);
  }

  /** Returns the expression of a product as fp32. */
  static String up(String text) {
    return call("to", text, FP32);
  }

  /** Returns the assignment of a rounded value after that of the value, if anything reads it. */
  List<String> after(Value value, Supplier<String> text) {
    return rounded.contains(value.id())
        ? List.of("h" + value.id() + " = " + down(text.get()))
        : List.of();
  }
}
