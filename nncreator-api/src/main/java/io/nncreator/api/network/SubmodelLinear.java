// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.network;

import io.nncreator.api.graph.GraphBuilder;
import io.nncreator.api.graph.Initializer;
import io.nncreator.api.graph.Op.BinaryKind;
import io.nncreator.api.graph.Op.ReduceKind;
import io.nncreator.api.graph.Shape;
import io.nncreator.api.graph.Value;
import java.util.List;

/**
 * A fully connected layer of its own for each submodel: {@code y[i] = x[i] W[i] + b[i]}, {@code
 * [batch, submodels, n] -> [batch, submodels, units]}, weights and biases uniform on {@code
 * ±1/sqrt(n)} at first. As a hidden layer it makes submodels that share nothing; it is meant for
 * few units.
 *
 * @param units number of outputs, at least 1
 */
public record SubmodelLinear(int units) implements Layer {
  /** Checks the setting. */
  public SubmodelLinear {
    Settings.atLeast("units", units, 1);
  }

  @Override
  public Value lower(GraphBuilder graph, List<Value> inputs) {
    Value x = Settings.only(inputs);
    Settings.series("submodel-linear", x);
    long submodels = x.shape().dim(1);
    long width = x.shape().dim(-1);
    Initializer uniform = new Initializer.Uniform(1 / Math.sqrt(width));
    Value weight = graph.parameter("weight", Shape.of(1, submodels, width, units), uniform, true);
    Value bias = graph.parameter("bias", Shape.of(1, submodels, units), uniform, false);
    Value column = graph.reshapeRows(x, submodels, width, 1);
    Value sum = graph.reduce(ReduceKind.SUM, graph.binary(BinaryKind.MUL, column, weight), -2);
    return graph.binary(BinaryKind.ADD, graph.reshapeRows(sum, submodels, units), bias);
  }
}
