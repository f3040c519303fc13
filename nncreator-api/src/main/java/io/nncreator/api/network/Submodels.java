// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.network;

import io.nncreator.api.graph.GraphBuilder;
import io.nncreator.api.graph.Initializer;
import io.nncreator.api.graph.Op.BinaryKind;
import io.nncreator.api.graph.Op.ReduceKind;
import io.nncreator.api.graph.Op.UnaryKind;
import io.nncreator.api.graph.Shape;
import io.nncreator.api.graph.Value;

/** Values of several submodels: an axis of their own behind the batch. */
final class Submodels {
  /** The largest number of submodels. */
  private static final int MOST = 256;

  /** Name of the factor on what classifiers put out. */
  static final String FACTOR = "factor";

  private Submodels() {}

  static void check(int submodels) {
    Settings.within("submodels", submodels, 2, MOST + 1);
  }

  /** Gives each submodel the rows with signs of its own: {@code [batch, n] -> [batch, k, n]}. */
  static Value spread(GraphBuilder graph, Value x, int submodels) {
    long width = x.shape().dim(-1);
    Value factor =
        graph.parameter(
            "inputFactor", Shape.of(1, submodels, width), new Initializer.Signs(), false);
    return graph.binary(BinaryKind.MUL, graph.reshapeRows(x, 1, width), factor);
  }

  /**
   * Returns the logarithm of the mean of all submodels' probabilities, times a factor that stands
   * at 1 until {@link NetworkAssembly#withScaledOutputs} sets it: {@code [batch, k, n] -> [batch,
   * n]}. No loss is passed back to the factor.
   */
  static Value logMeanProbability(GraphBuilder graph, Value each) {
    Value logs = graph.logSoftmax(each);
    Value most = graph.reduce(ReduceKind.MAX, logs, -2);
    Value shares = graph.unary(UnaryKind.EXP, graph.binary(BinaryKind.SUB, logs, most));
    Value mean = graph.unary(UnaryKind.LOG, graph.reduce(ReduceKind.MEAN, shares, -2));
    long classes = each.shape().dim(-1);
    Value log = graph.reshapeRows(graph.binary(BinaryKind.ADD, mean, most), classes);
    Value factor = graph.parameter(FACTOR, Shape.of(1, 1), new Initializer.Fill(1), false);
    return graph.binary(BinaryKind.MUL, log, factor);
  }

  /** Returns the mean of all submodels' values: {@code [batch, k, n] -> [batch, n]}. */
  static Value mean(GraphBuilder graph, Value each) {
    return graph.reshapeRows(graph.reduce(ReduceKind.MEAN, each, -2), each.shape().dim(-1));
  }
}
