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
 * A non-linearity of which each feature learns how much it takes: {@code x + a (f(x) - x)}, with a
 * = 1 at first, learnt at a tenth of the rate; RealMLP (arXiv 2407.04491).
 *
 * @param function f
 */
public record ParametricActivation(Activation.Function function) implements Layer {
  private static final ParameterGroup SLOW = new ParameterGroup(0.1, 1);

  /** Checks the setting. */
  public ParametricActivation {
    java.util.Objects.requireNonNull(function, "function");
  }

  @Override
  public Value lower(GraphBuilder graph, List<Value> inputs) {
    Value x = Settings.only(inputs);
    Shape vector = Shape.of(Settings.ones(x, x.shape().dim(-1)));
    Value share =
        graph.inGroup(SLOW, () -> graph.parameter("share", vector, new Initializer.Fill(1), false));
    Value bent = new Activation(function).lower(graph, inputs);
    Value change = graph.binary(BinaryKind.SUB, bent, x);
    return graph.binary(BinaryKind.ADD, x, graph.binary(BinaryKind.MUL, share, change));
  }
}
