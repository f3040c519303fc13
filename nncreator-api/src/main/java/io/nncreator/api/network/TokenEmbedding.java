// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.network;

import io.nncreator.api.graph.GraphBuilder;
import io.nncreator.api.graph.Value;
import java.util.List;

/**
 * Looks up a learnt vector for each token: {@code [batch, steps] -> [batch, steps, width]}. The
 * features are the tokens' numbers; each is rounded, and one out of range becomes the nearest in
 * range. No gradient flows to the features. The vectors start normal with deviation 0.1.
 *
 * @param vocabulary number of tokens, 1 to 2^24; they are 0 to vocabulary - 1
 * @param width elements of a vector, 1 to 4096
 */
public record TokenEmbedding(int vocabulary, int width) implements Layer {
  /** Checks the settings. */
  public TokenEmbedding {
    Tokens.check(vocabulary, width);
  }

  @Override
  public Value lower(GraphBuilder graph, List<Value> inputs) {
    Value x = Settings.only(inputs);
    Settings.flatRows("token-embedding", x);
    return Tokens.vectors(graph, Tokens.inRange(graph, x, vocabulary), vocabulary, width);
  }
}
