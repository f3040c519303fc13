// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.network;

import io.nncreator.api.graph.GraphBuilder;
import io.nncreator.api.graph.Initializer;
import io.nncreator.api.graph.Op.BinaryKind;
import io.nncreator.api.graph.Shape;
import io.nncreator.api.graph.Value;
import java.util.List;

/**
 * Multiplies each feature by a learnt factor that starts at 1: a soft choice of features, as in
 * RealMLP (arXiv 2407.04491).
 */
public record Scale() implements Layer {
  @Override
  public Value lower(GraphBuilder graph, List<Value> inputs) {
    Value x = Settings.only(inputs);
    Shape vector = Shape.of(Settings.ones(x, x.shape().dim(-1)));
    return graph.binary(
        BinaryKind.MUL, x, graph.parameter("factor", vector, new Initializer.Fill(1), false));
  }
}
