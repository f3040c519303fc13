// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.network;

import io.nncreator.api.graph.GraphBuilder;
import io.nncreator.api.graph.Initializer;
import io.nncreator.api.graph.Op.BinaryKind;
import io.nncreator.api.graph.Shape;
import io.nncreator.api.graph.Value;
import java.util.List;

/**
 * Divides each row's last axis by its root mean square, {@code x / sqrt(mean(x^2) + epsilon)}, then
 * scales it; Zhang and Sennrich, arXiv 1910.07467. Cheaper than {@link LayerNorm}: no mean is taken
 * off.
 *
 * @param epsilon added to the mean square, in (0, 1]
 */
public record RmsNorm(double epsilon) implements Layer {
  /** Checks the setting. */
  public RmsNorm {
    Settings.epsilon(epsilon);
  }

  /** A layer with the usual epsilon of 1e-6. */
  public RmsNorm() {
    this(1e-6);
  }

  @Override
  public Value lower(GraphBuilder graph, List<Value> inputs) {
    Value x = Settings.only(inputs);
    Shape vector = Shape.of(Settings.ones(x, x.shape().dim(-1)));
    Value squares = graph.binary(BinaryKind.MUL, x, x);
    Value normal = graph.binary(BinaryKind.DIV, x, Normal.root(graph, squares, epsilon));
    Value gain = graph.parameter("gain", vector, new Initializer.Fill(1), false);
    return graph.binary(BinaryKind.MUL, normal, gain);
  }
}
