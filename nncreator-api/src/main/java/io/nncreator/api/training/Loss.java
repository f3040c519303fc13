// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.training;

import io.nncreator.api.graph.GraphBuilder;
import io.nncreator.api.graph.Value;

/**
 * What training makes small. The set is open in the way of {@link io.nncreator.api.network.Layer}.
 */
public interface Loss {
  /**
   * Writes the loss of each row.
   *
   * @param outputs raw network outputs, {@code F32 [batch, outputs]}
   * @param target class indices {@code I64 [batch, 1]} or values {@code F32 [batch, 1]}
   * @return {@code F32 [batch, 1]}
   */
  Value lower(GraphBuilder graph, Value outputs, Value target);

  /** Returns whether targets are class indices. */
  boolean classification();
}
