// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.task;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What only some tasks have, and the limits that the sentence states. Null or empty = not said.
 *
 * @param derivation how classes are made of a number
 * @param horizon how far ahead a series is told
 * @param quantiles wanted quantiles, each between 0 and 1, in rising order
 * @param latencyMs longest time of one prediction in milliseconds
 * @param modelMb largest network in megabytes
 * @param trainMinutes longest time of creation in minutes
 * @param goal value of the metric that shall be reached
 */
public record TaskDetails(
    @Nullable Derivation derivation,
    @Nullable Horizon horizon,
    List<Double> quantiles,
    @Nullable Double latencyMs,
    @Nullable Double modelMb,
    @Nullable Double trainMinutes,
    @Nullable Double goal) {
  /** Nothing said. */
  public static final TaskDetails NONE =
      new TaskDetails(null, null, List.of(), null, null, null, null);

  /** Copies the quantiles. */
  public TaskDetails {
    quantiles = List.copyOf(quantiles);
  }
}
