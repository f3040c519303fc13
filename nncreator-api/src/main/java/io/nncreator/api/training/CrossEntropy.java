// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.training;

import io.nncreator.api.graph.GraphBuilder;
import io.nncreator.api.graph.Op.BinaryKind;
import io.nncreator.api.graph.Op.ReduceKind;
import io.nncreator.api.graph.Op.UnaryKind;
import io.nncreator.api.graph.Value;

/**
 * Softmax cross-entropy of the true class, with label smoothing (arXiv 1512.00567, section 7).
 *
 * @param smoothing share of the target spread evenly over all classes, in [0, 1)
 */
public record CrossEntropy(double smoothing) implements Loss {
  /** Checks the setting. */
  public CrossEntropy {
    if (!(smoothing >= 0 && smoothing < 1)) {
      throw new IllegalArgumentException(
          "The setting smoothing (" + smoothing + ") must be in [0, 1).");
    }
  }

  @Override
  public Value lower(GraphBuilder graph, Value outputs, Value target) {
    long classes = outputs.shape().dim(-1);
    boolean several = outputs.shape().rank() == 3;
    Value truth = graph.oneHot(several ? graph.reshapeRows(target, 1) : target, classes);
    if (smoothing > 0) {
      truth =
          graph.binary(
              BinaryKind.ADD,
              graph.binary(BinaryKind.MUL, truth, graph.scalarLike(truth, 1 - smoothing)),
              graph.scalarLike(truth, smoothing / classes));
    }
    if (several) {
      truth = graph.reshapeRows(truth, 1, classes);
    }
    Value product = graph.binary(BinaryKind.MUL, truth, graph.logSoftmax(outputs));
    return graph.unary(UnaryKind.NEG, graph.reduce(ReduceKind.SUM, product, -1));
  }

  @Override
  public boolean classification() {
    return true;
  }
}
