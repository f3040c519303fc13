// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.network;

import io.nncreator.api.graph.GraphBuilder;
import io.nncreator.api.graph.Initializer;
import io.nncreator.api.graph.Op.BinaryKind;
import io.nncreator.api.graph.Shape;
import io.nncreator.api.graph.Value;
import java.util.List;

/**
 * A fully connected layer {@code y = x W + b}, {@code [batch, n] -> [batch, units]}, or the same
 * for each step of a series, {@code [batch, steps, n] -> [batch, steps, units]}. Weights and bias
 * start uniform on {@code ±1/sqrt(n)}, as in PyTorch's {@code nn.Linear}.
 *
 * @param units number of outputs, at least 1
 * @param bias whether b is there
 */
public record Linear(int units, boolean bias) implements Layer {
  /** Checks the settings. */
  public Linear {
    Settings.atLeast("units", units, 1);
  }

  /** A layer with bias. */
  public Linear(int units) {
    this(units, true);
  }

  @Override
  public Value lower(GraphBuilder graph, List<Value> inputs) {
    Value x = Settings.only(inputs);
    Settings.rowsOrSeries("linear", x);
    long width = x.shape().dim(-1);
    Initializer uniform = new Initializer.Uniform(1 / Math.sqrt(width));
    Value product =
        graph.matmul(x, graph.parameter("weight", Shape.of(width, units), uniform, true));
    return bias
        ? graph.binary(
            BinaryKind.ADD,
            product,
            graph.parameter("bias", Shape.of(Settings.ones(x, units)), uniform, false))
        : product;
  }
}
