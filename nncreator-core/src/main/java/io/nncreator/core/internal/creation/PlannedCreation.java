// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.creation;

import io.nncreator.api.data.DataProfile;
import io.nncreator.api.network.FeatureLayout;
import io.nncreator.core.internal.features.LearningTable;
import io.nncreator.core.internal.planning.TrialPlanner.Trials;

/**
 * A creation decided but not begun.
 *
 * @param understanding data and task
 * @param layout features of a pipeline fitted on all rows; a training's own may differ a little
 * @param trials what is tried and how it is judged
 * @param learningRows rows of the table that may be learnt from
 * @param holdoutRows rows of the table kept back; empty with outer folds
 */
@SuppressWarnings("ArrayRecordComponent")
public record PlannedCreation(
    Understanding understanding,
    FeatureLayout layout,
    Trials trials,
    int[] learningRows,
    int[] holdoutRows) {
  /** Returns what the data holds. */
  public DataProfile profile() {
    return understanding.profile();
  }

  /** Returns the rows with a known target. */
  public LearningTable table() {
    return understanding.table();
  }
}
