// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.network;

import io.nncreator.api.graph.GraphBuilder;
import io.nncreator.api.graph.Initializer;
import io.nncreator.api.graph.Op.BinaryKind;
import io.nncreator.api.graph.ParameterGroup;
import io.nncreator.api.graph.Shape;
import io.nncreator.api.graph.Value;
import java.util.List;

/**
 * A fully connected layer in the neural-tangent parametrisation: {@code y = x W / sqrt(n) + b},
 * {@code [batch, n] -> [batch, units]}, weights and bias standard normal at first, the bias learnt
 * at a tenth of the rate. One learning rate then suits every width; RealMLP (arXiv 2407.04491).
 *
 * @param units number of outputs, at least 1
 */
public record NtkLinear(int units) implements Layer {
  private static final ParameterGroup SLOW = new ParameterGroup(0.1, 1);

  /** Checks the setting. */
  public NtkLinear {
    Settings.atLeast("units", units, 1);
  }

  @Override
  public Value lower(GraphBuilder graph, List<Value> inputs) {
    Value x = Settings.only(inputs);
    Settings.flatRows("ntk-linear", x);
    long width = x.shape().dim(-1);
    Initializer normal = new Initializer.Normal(1);
    Value weight = graph.parameter("weight", Shape.of(width, units), normal, true);
    Value bias =
        graph.inGroup(SLOW, () -> graph.parameter("bias", Shape.of(1, units), normal, false));
    Value scaled = graph.binary(BinaryKind.MUL, x, graph.scalarLike(x, 1 / Math.sqrt(width)));
    return graph.binary(BinaryKind.ADD, graph.matmul(scaled, weight), bias);
  }
}
