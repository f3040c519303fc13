// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.network;

import io.nncreator.api.graph.GraphBuilder;
import io.nncreator.api.graph.Initializer;
import io.nncreator.api.graph.Op.BinaryKind;
import io.nncreator.api.graph.Shape;
import io.nncreator.api.graph.Value;
import java.util.List;

/**
 * Adds a learnt vector for each step of a series, because {@link Attention} itself does not see the
 * order of steps: {@code [batch, steps, width]} as before. The vectors start normal with deviation
 * 0.02, as in BERT (Devlin et al., arXiv 1810.04805).
 */
public record PositionEmbedding() implements Layer {
  @Override
  public Value lower(GraphBuilder graph, List<Value> inputs) {
    Value x = Settings.only(inputs);
    Settings.series("position-embedding", x);
    Shape shape = Shape.of(1, x.shape().dim(-2), x.shape().dim(-1));
    return graph.binary(
        BinaryKind.ADD, x, graph.parameter("position", shape, new Initializer.Normal(0.02), false));
  }
}
