// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.training;

import io.nncreator.api.graph.GraphBuilder;
import io.nncreator.api.graph.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An element-wise rule that moves a parameter against its gradient. The set is open in the way of
 * {@link io.nncreator.api.network.Layer}; a back-end may run a known rule by a fused kernel.
 */
public interface Optimizer {
  /** Returns how many tensors of state, zero at first, each parameter has. */
  int stateSize();

  /**
   * Writes one update. All values are {@code F32} of one rank with axes that broadcast.
   *
   * @param parameter current values
   * @param gradient of the loss
   * @param state {@link #stateSize} tensors
   * @param rate learning rate of this step, after the schedule
   * @param step number of this step, from 1
   * @param decay factor on the weight decay at this step; null where none applies
   */
  Update lower(
      GraphBuilder graph,
      Value parameter,
      Value gradient,
      List<Value> state,
      Value rate,
      Value step,
      @Nullable Value decay);

  /**
   * The result of one update.
   *
   * @param parameter new values
   * @param state new state, in order
   */
  record Update(Value parameter, List<Value> state) {}
}
