// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.training;

import io.nncreator.api.graph.GraphBuilder;
import io.nncreator.api.graph.Op.ReduceKind;
import io.nncreator.api.graph.Value;

/**
 * What training makes small. The set is open in the way of {@link io.nncreator.api.network.Layer}.
 */
public interface Loss {
  /**
   * Writes the loss of each row, or of each row and submodel.
   *
   * @param outputs raw network outputs, {@code F32 [batch, outputs]} or {@code [batch, submodels,
   *     outputs]}
   * @param target class indices {@code I64} or values {@code F32}, {@code [batch, 1]} or {@code
   *     [batch, 1, 1]}
   * @return {@code F32 [batch, 1]} or {@code [batch, submodels, 1]}
   */
  Value lower(GraphBuilder graph, Value outputs, Value target);

  /**
   * Writes what a row's training makes small: the mean of the losses that its submodels have, each
   * by itself. The loss of their mean would let them rely on each other (TabM, arXiv 2410.24210).
   *
   * @param outputs raw network outputs, {@code F32 [batch, outputs]} or {@code [batch, submodels,
   *     outputs]}
   * @param target class indices {@code I64 [batch, 1]} or values {@code F32 [batch, 1]}
   * @return {@code F32 [batch, 1]}
   */
  default Value lowerMean(GraphBuilder graph, Value outputs, Value target) {
    if (outputs.shape().rank() == 2) {
      return lower(graph, outputs, target);
    }
    Value losses = lower(graph, outputs, graph.reshapeRows(target, 1, 1));
    return graph.reshapeRows(graph.reduce(ReduceKind.MEAN, losses, -2), 1);
  }

  /** Returns whether targets are class indices. */
  boolean classification();
}
