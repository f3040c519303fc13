// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.training;

import io.nncreator.api.graph.Tensor;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The whole state of a training between two steps, from which it goes on exactly as if it had never
 * stopped: weights, best weights, optimiser state and counters, by name.
 *
 * @param step steps done
 * @param tensors in the trainer's own naming
 */
public record Checkpoint(long step, Map<String, Tensor> tensors) {
  /** Copies the map. */
  public Checkpoint {
    tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
  }
}
