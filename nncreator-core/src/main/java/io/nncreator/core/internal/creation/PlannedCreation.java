// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.creation;

import io.nncreator.api.data.DataProfile;
import io.nncreator.api.network.FeatureLayout;
import io.nncreator.core.internal.chunks.FurtherRows;
import io.nncreator.core.internal.features.LearningTable;
import io.nncreator.core.internal.planning.TrialPlanner.Trials;
import org.jspecify.annotations.Nullable;

/**
 * A creation decided but not begun.
 *
 * @param understanding data and task
 * @param layout features of a pipeline fitted on all rows; a training's own may differ a little
 * @param trials what is tried and how it is judged
 * @param learningRows rows of the table that may be learnt from
 * @param holdoutRows rows of the table kept back; empty with outer folds
 * @param further rows beside those of the table to learn from, or null
 */
@SuppressWarnings("ArrayRecordComponent")
public record PlannedCreation(
    Understanding understanding,
    FeatureLayout layout,
    Trials trials,
    int[] learningRows,
    int[] holdoutRows,
    @Nullable FurtherRows further) {
  /** Returns the plan without rows that are not in memory. */
  public PlannedCreation inMemory() {
    Understanding known =
        new Understanding(
            understanding.profile(),
            understanding.table(),
            understanding.dateStyles(),
            understanding.fingerprint(),
            (long) understanding.table().rows());
    return new PlannedCreation(known, layout, trials, learningRows, holdoutRows, null);
  }

  /** Returns what the data holds. */
  public DataProfile profile() {
    return understanding.profile();
  }

  /** Returns the rows with a known target. */
  public LearningTable table() {
    return understanding.table();
  }
}
