// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.task;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the user has set explicitly; null or empty = not set. Settings win over everything else.
 *
 * @param target name of the target column
 * @param objective what is to be told
 * @param metric how good predictions are
 * @param excluded columns to leave out
 */
public record TaskSettings(
    @Nullable String target,
    @Nullable Objective objective,
    @Nullable Metric metric,
    List<String> excluded) {
  /** No setting at all. */
  public static final TaskSettings NONE = new TaskSettings(null, null, null, List.of());

  /** Copies the list. */
  public TaskSettings {
    excluded = List.copyOf(excluded);
  }
}
