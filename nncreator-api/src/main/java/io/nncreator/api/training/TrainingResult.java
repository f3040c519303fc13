// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.training;

import io.nncreator.api.graph.Weights;
import java.util.List;

/**
 * What a training gives back.
 *
 * @param weights best weights of every member
 * @param members what became of each, in the order of the request
 * @param checkpoint state at the end; with it an interrupted run goes on
 * @param memberSteps steps that were computed, counted for each member, those of members that had
 *     stopped already included: what the run cost; 0 = not counted
 */
public record TrainingResult(
    Weights weights, List<MemberResult> members, Checkpoint checkpoint, long memberSteps) {
  /** Copies the members. */
  public TrainingResult {
    members = List.copyOf(members);
  }

  /** A result whose cost was not counted. */
  public TrainingResult(Weights weights, List<MemberResult> members, Checkpoint checkpoint) {
    this(weights, members, checkpoint, 0);
  }
}
