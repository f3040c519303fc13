// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.network;

import io.nncreator.api.graph.DType;
import io.nncreator.api.graph.GraphBuilder;
import io.nncreator.api.graph.Initializer;
import io.nncreator.api.graph.Op.BinaryKind;
import io.nncreator.api.graph.Op.UnaryKind;
import io.nncreator.api.graph.Shape;
import io.nncreator.api.graph.Value;

/** Numbers of tokens among the features, and the learnt vectors that stand for them. */
final class Tokens {
  /** Up to here F32 holds every integer. */
  private static final int MAX_VOCABULARY = 1 << 24;

  private Tokens() {}

  static void check(int vocabulary, int width) {
    Settings.within("vocabulary", vocabulary, 1, MAX_VOCABULARY + 1);
    Settings.within("width", width, 1, 4097);
  }

  /** Returns the nearest legal tokens, as F32. */
  static Value inRange(GraphBuilder graph, Value x, int vocabulary) {
    Value half = graph.binary(BinaryKind.ADD, x, graph.scalarLike(x, 0.5));
    Value rounded = graph.unary(UnaryKind.FLOOR, half);
    Value low = graph.binary(BinaryKind.MAX, rounded, graph.scalarLike(x, 0));
    return graph.binary(BinaryKind.MIN, low, graph.scalarLike(x, vocabulary - 1));
  }

  /** Returns {@code [batch, steps, width]}. */
  static Value vectors(GraphBuilder graph, Value tokens, int vocabulary, int width) {
    Value table =
        graph.parameter("table", Shape.of(vocabulary, width), new Initializer.Normal(0.1), false);
    Value codes = graph.reshapeRows(graph.cast(tokens, DType.I64), tokens.shape().dim(-1), 1);
    return graph.embedding(table, codes);
  }
}
