// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.network;

import io.nncreator.api.graph.GraphBuilder;
import io.nncreator.api.graph.Initializer;
import io.nncreator.api.graph.Op.BinaryKind;
import io.nncreator.api.graph.Shape;
import io.nncreator.api.graph.Tensor;
import io.nncreator.api.graph.Value;
import java.util.List;

/**
 * Lets each step of a series look at the others: multi-head self-attention {@code softmax(Q K^T /
 * sqrt(d)) V} with Q, K and V linear in the steps, d the width of a head, and a linear layer
 * behind; Vaswani et al., arXiv 1706.03762. {@code [batch, steps, width]} as before. All weights
 * and biases start uniform on {@code ±1/sqrt(width)}.
 *
 * @param heads number of heads, at least 1; must divide the width
 * @param causal whether a step sees only itself and the steps before it
 */
public record Attention(int heads, boolean causal) implements Layer {
  /** The largest number of steps: the scores of a row grow with its square. */
  public static final int MAX_STEPS = 4096;

  /** Checks the setting. */
  public Attention {
    Settings.atLeast("heads", heads, 1);
  }

  /** A layer in which each step sees all. */
  public Attention(int heads) {
    this(heads, false);
  }

  @Override
  public Value lower(GraphBuilder graph, List<Value> inputs) {
    Value x = Settings.only(inputs);
    Settings.series("attention", x);
    Settings.atMost("attention", x.shape().dim(-2), MAX_STEPS);
    long width = x.shape().dim(-1);
    if (width % heads != 0) {
      throw new IllegalArgumentException(
          "The setting heads (" + heads + ") must divide the width (" + width + ").");
    }
    Value all = linear(graph, "projection", x, Math.multiplyExact(3, width));
    Value query = head(graph, all, 0, width);
    Value key = head(graph, all, width, width);
    Value value = head(graph, all, 2 * width, width);
    Value scores = graph.matmul(query, graph.transpose(key, -2, -1));
    double share = 1 / Math.sqrt((double) width / heads);
    Value scaled = graph.binary(BinaryKind.MUL, scores, graph.scalarLike(scores, share));
    Value seen = causal ? masked(graph, scaled) : scaled;
    Value mixed = graph.transpose(graph.matmul(graph.softmax(seen), value), -3, -2);
    return linear(graph, "output", graph.reshapeRows(mixed, x.shape().dim(-2), width), width);
  }

  /** Returns {@code [batch, heads, steps, width / heads]}. */
  private Value head(GraphBuilder graph, Value all, long from, long width) {
    Value part = graph.slice(all, -1, from, width);
    Value heads = graph.reshapeRows(part, all.shape().dim(-2), this.heads, width / this.heads);
    return graph.transpose(heads, -3, -2);
  }

  private static Value masked(GraphBuilder graph, Value scores) {
    int steps = Math.toIntExact(scores.shape().dim(-1));
    float[] numbers = new float[steps];
    for (int i = 0; i < steps; i++) {
      numbers[i] = i;
    }
    Value query = graph.constant(Tensor.of(numbers, 1, 1, steps, 1));
    Value key = graph.constant(Tensor.of(numbers, 1, 1, 1, steps));
    return graph.where(
        graph.binary(BinaryKind.LESS, query, key),
        graph.scalarLike(scores, Double.NEGATIVE_INFINITY),
        scores);
  }

  private static Value linear(GraphBuilder graph, String name, Value x, long units) {
    long width = x.shape().dim(-1);
    Initializer uniform = new Initializer.Uniform(1 / Math.sqrt(width));
    Value weight = graph.parameter(name + "_weight", Shape.of(width, units), uniform, true);
    Value bias = graph.parameter(name + "_bias", Shape.of(1, 1, units), uniform, false);
    return graph.binary(BinaryKind.ADD, graph.matmul(x, weight), bias);
  }
}
