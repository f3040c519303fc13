// SPDX-License-Identifier: Apache-2.0
package io.nncreator.djl.internal.training;

import io.nncreator.api.training.Member;
import io.nncreator.api.training.TrainingRequest;
import java.util.List;

/**
 * The sizes of a run.
 *
 * <p>All members take equal steps. The batch is the recipe's, or the largest member's rows when
 * there are fewer. An epoch has as many steps as the largest member has whole batches, at least
 * one; what is left over waits for another epoch, whose order differs. A member with fewer rows
 * begins its order again inside the epoch. With chunks all this holds for each {@linkplain
 * EpochParts part} of an epoch.
 *
 * @param members K
 * @param batch rows of each member in a step
 * @param stepsPerEpoch steps of an epoch
 * @param epochs planned number
 * @param validationBatch rows of each member in a validation batch; 0 without validation rows
 * @param validationBatches number of them
 */
record TrainingPlan(
    int members,
    int batch,
    int stepsPerEpoch,
    int epochs,
    int validationBatch,
    int validationBatches) {
  /** Rows of a step are laid out in a multiple of this many, so that each step's are aligned. */
  private static final int ALIGNMENT = 16;

  /** Rows of all members in a validation batch: enough to amortise dispatch, small in cache. */
  private static final int VALIDATION_ROWS = 8192;

  static TrainingPlan of(TrainingRequest request) {
    List<Member> members = request.members();
    int validation =
        members.stream().mapToInt(member -> member.validationRows().length).max().orElse(0);
    int batch = Math.min(request.recipe().batchSize(), EpochParts.mostRows(request));
    int most = Math.max(1, VALIDATION_ROWS / members.size());
    int batches = (validation + most - 1) / most;
    int validationBatch = batches == 0 ? 0 : (validation + batches - 1) / batches;
    return new TrainingPlan(
        members.size(),
        batch,
        EpochParts.of(request, batch).perEpoch(),
        request.recipe().epochs(),
        validationBatch,
        batches);
  }

  /** Returns the plan by which some of the members go on: each one's own steps are the same. */
  TrainingPlan withMembers(int fewer) {
    return new TrainingPlan(
        fewer, batch, stepsPerEpoch, epochs, validationBatch, validationBatches);
  }

  long steps() {
    return (long) stepsPerEpoch * epochs;
  }

  /** Row indices of one step, padding included. */
  int stride() {
    return Math.addExact(Math.multiplyExact(members, batch), ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
  }
}
