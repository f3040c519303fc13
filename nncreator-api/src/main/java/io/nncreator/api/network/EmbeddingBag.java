// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.network;

import io.nncreator.api.graph.GraphBuilder;
import io.nncreator.api.graph.Op.BinaryKind;
import io.nncreator.api.graph.Op.ReduceKind;
import io.nncreator.api.graph.Value;
import java.util.List;

/**
 * Takes the mean of the learnt vectors of a text's tokens: {@code [batch, steps] -> [batch,
 * width]}. Token 0 fills up short texts and does not count; a text of nothing else gives zeros.
 * Otherwise as {@link TokenEmbedding}; Joulin et al., arXiv 1607.01759.
 *
 * @param vocabulary number of tokens, 1 to 2^24; they are 0 to vocabulary - 1
 * @param width elements of a vector, 1 to 4096
 */
public record EmbeddingBag(int vocabulary, int width) implements Layer {
  /** Checks the settings. */
  public EmbeddingBag {
    Tokens.check(vocabulary, width);
  }

  @Override
  public Value lower(GraphBuilder graph, List<Value> inputs) {
    Value x = Settings.only(inputs);
    Settings.flatRows("embedding-bag", x);
    Value tokens = Tokens.inRange(graph, x, vocabulary);
    Value vectors = Tokens.vectors(graph, tokens, vocabulary, width);
    Value counts = graph.binary(BinaryKind.MIN, tokens, graph.scalarLike(tokens, 1));
    Value column = graph.reshapeRows(counts, x.shape().dim(-1), 1);
    Value sum = graph.reduce(ReduceKind.SUM, graph.binary(BinaryKind.MUL, vectors, column), -2);
    Value count = graph.reduce(ReduceKind.SUM, column, -2);
    Value divisor = graph.binary(BinaryKind.MAX, count, graph.scalarLike(count, 1));
    return graph.reshapeRows(graph.binary(BinaryKind.DIV, sum, divisor), width);
  }
}
