// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.network;

import io.nncreator.api.graph.GraphBuilder;
import io.nncreator.api.graph.Initializer;
import io.nncreator.api.graph.Op.BinaryKind;
import io.nncreator.api.graph.Shape;
import io.nncreator.api.graph.Value;
import java.util.List;

/**
 * Turns each feature into a step of its own: {@code token[i] = x[i] weight[i] + bias[i]}, {@code
 * [batch, n] -> [batch, n, width]}; the feature tokenizer of FT-Transformer (Gorishniy et al.,
 * arXiv 2106.11959). With a summary there is one more step before the others, the same learnt
 * vector for each row, in which attention gathers what the row says; {@link TakeStep} takes it out.
 *
 * @param width elements of a step, 1 to 1024
 * @param summary whether the step of the summary ("CLS") is there
 */
public record TokenizeFeatures(int width, boolean summary) implements Layer {
  /** Checks the settings. */
  public TokenizeFeatures {
    Settings.within("width", width, 1, 1025);
  }

  /** A layer with a summary. */
  public TokenizeFeatures(int width) {
    this(width, true);
  }

  @Override
  public Value lower(GraphBuilder graph, List<Value> inputs) {
    Value x = Settings.only(inputs);
    Settings.flatRows("tokenize-features", x);
    long n = x.shape().dim(-1);
    Initializer uniform = new Initializer.Uniform(1 / Math.sqrt(width));
    Value weight = graph.parameter("weight", Shape.of(1, n, width), uniform, false);
    Value bias = graph.parameter("bias", Shape.of(1, n, width), uniform, false);
    Value column = graph.reshapeRows(x, n, 1);
    Value tokens = graph.binary(BinaryKind.ADD, graph.binary(BinaryKind.MUL, column, weight), bias);
    if (!summary) {
      return tokens;
    }
    Value vector = graph.parameter("summary", Shape.of(1, 1, width), uniform, false);
    Value zero =
        graph.binary(BinaryKind.MUL, graph.slice(column, -2, 0, 1), graph.scalarLike(column, 0));
    return graph.concat(-2, List.of(graph.binary(BinaryKind.ADD, zero, vector), tokens));
  }
}
