// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.network;

import io.nncreator.api.graph.GraphBuilder;
import io.nncreator.api.graph.Op.BinaryKind;
import io.nncreator.api.graph.Op.UnaryKind;
import io.nncreator.api.graph.Value;
import java.util.List;
import java.util.Objects;

/**
 * An element-wise non-linearity.
 *
 * @param function which one
 */
public record Activation(Function function) implements Layer {
  private static final double SELU_ALPHA = 1.6732632423543772;
  private static final double SELU_SCALE = 1.0507009873554805;

  /** The known non-linearities. */
  public enum Function {
    /** {@code max(x, 0)}. */
    RELU,
    /** {@code x * Phi(x)}, exact; Hendrycks and Gimpel, arXiv 1606.08415. */
    GELU,
    /** {@code x * sigmoid(x)}; arXiv 1702.03118. */
    SILU,
    /** {@code x * tanh(softplus(x))}; arXiv 1908.08681. */
    MISH,
    /** Self-normalising exponential unit; arXiv 1706.02515. */
    SELU,
    /** Hyperbolic tangent. */
    TANH,
    /** Logistic function. */
    SIGMOID
  }

  /** Checks the setting. */
  public Activation {
    Objects.requireNonNull(function, "function");
  }

  @Override
  public Value lower(GraphBuilder graph, List<Value> inputs) {
    Value x = Settings.only(inputs);
    return switch (function) {
      case RELU -> graph.unary(UnaryKind.RELU, x);
      case TANH -> graph.unary(UnaryKind.TANH, x);
      case SIGMOID -> graph.unary(UnaryKind.SIGMOID, x);
      case SILU -> multiply(graph, x, graph.unary(UnaryKind.SIGMOID, x));
      case MISH ->
          multiply(graph, x, graph.unary(UnaryKind.TANH, graph.unary(UnaryKind.SOFTPLUS, x)));
      case GELU -> gelu(graph, x);
      case SELU -> selu(graph, x);
    };
  }

  private static Value gelu(GraphBuilder graph, Value x) {
    Value erf = graph.unary(UnaryKind.ERF, scaled(graph, x, Math.sqrt(0.5)));
    Value half = scaled(graph, x, 0.5);
    return graph.binary(BinaryKind.ADD, half, multiply(graph, half, erf));
  }

  private static Value selu(GraphBuilder graph, Value x) {
    Value zero = graph.scalarLike(x, 0);
    Value negative = graph.unary(UnaryKind.EXP, graph.binary(BinaryKind.MIN, x, zero));
    Value shifted = graph.binary(BinaryKind.SUB, negative, graph.scalarLike(x, 1));
    return graph.binary(
        BinaryKind.ADD,
        scaled(graph, graph.unary(UnaryKind.RELU, x), SELU_SCALE),
        scaled(graph, shifted, SELU_SCALE * SELU_ALPHA));
  }

  private static Value scaled(GraphBuilder graph, Value x, double factor) {
    return multiply(graph, x, graph.scalarLike(x, factor));
  }

  private static Value multiply(GraphBuilder graph, Value a, Value b) {
    return graph.binary(BinaryKind.MUL, a, b);
  }
}
