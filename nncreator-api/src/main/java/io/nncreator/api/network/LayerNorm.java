// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.network;

import io.nncreator.api.graph.GraphBuilder;
import io.nncreator.api.graph.Initializer;
import io.nncreator.api.graph.Op.BinaryKind;
import io.nncreator.api.graph.Shape;
import io.nncreator.api.graph.Value;
import java.util.List;

/**
 * Normalises each row's last axis to mean 0 and variance 1, then scales and shifts; Ba et al.,
 * arXiv 1607.06450.
 *
 * @param epsilon added to the variance, positive
 */
public record LayerNorm(double epsilon) implements Layer {
  /** Checks the setting. */
  public LayerNorm {
    Settings.epsilon(epsilon);
  }

  /** A layer with the usual epsilon of 1e-5. */
  public LayerNorm() {
    this(1e-5);
  }

  @Override
  public Value lower(GraphBuilder graph, List<Value> inputs) {
    Value x = Settings.only(inputs);
    Shape vector = Shape.of(Settings.ones(x, x.shape().dim(-1)));
    Value normal = Normal.last(graph, x, epsilon);
    Value gain = graph.parameter("gain", vector, new Initializer.Fill(1), false);
    Value bias = graph.parameter("bias", vector, new Initializer.Fill(0), false);
    return graph.binary(BinaryKind.ADD, graph.binary(BinaryKind.MUL, normal, gain), bias);
  }
}
