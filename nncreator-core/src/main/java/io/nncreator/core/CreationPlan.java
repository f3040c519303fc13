// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core;

import io.nncreator.api.data.DataProfile;
import io.nncreator.api.network.FeatureLayout;
import io.nncreator.api.spi.ArchitectureGenerator.Candidate;
import io.nncreator.api.task.TaskSpec;
import java.time.Duration;
import java.util.List;

/**
 * What a creation would do: the result of a dry run.
 *
 * @param profile what the data holds
 * @param task what is to be told, with reasons
 * @param layout features that the network gets
 * @param validation how candidates are compared and how the final score is made, in plain words
 * @param folds number of folds for comparing candidates
 * @param holdoutRows rows kept back for the final score; 0 when nested folds judge instead
 * @param candidates networks to be tried, in order
 * @param budget time limit
 * @param seed of all randomness
 */
public record CreationPlan(
    DataProfile profile,
    TaskSpec task,
    FeatureLayout layout,
    String validation,
    int folds,
    int holdoutRows,
    List<Candidate> candidates,
    Duration budget,
    long seed) {
  /** Copies the candidates. */
  public CreationPlan {
    candidates = List.copyOf(candidates);
  }
}
