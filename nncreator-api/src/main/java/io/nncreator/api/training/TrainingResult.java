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
 */
public record TrainingResult(Weights weights, List<MemberResult> members, Checkpoint checkpoint) {
  /** Copies the members. */
  public TrainingResult {
    members = List.copyOf(members);
  }
}
