// SPDX-License-Identifier: Apache-2.0
package io.nncreator.djl.internal.training;

import io.nncreator.api.graph.Tensor;
import io.nncreator.api.training.Member;
import java.util.List;

/**
 * The validation rows of all members in batches of equal size. A member with fewer rows is filled
 * up with a row of its own that has weight 0.
 */
final class ValidationRows {
  private final List<Member> members;
  private final TrainingPlan plan;

  ValidationRows(List<Member> members, TrainingPlan plan) {
    this.members = members;
    this.plan = plan;
  }

  /** Returns the row indices, batch by batch, member by member. */
  Tensor indices() {
    int size = plan.members() * plan.validationBatch();
    long[] indices = new long[Math.max(1, plan.validationBatches() * size)];
    for (int k = 0; k < plan.members(); k++) {
      Member member = members.get(k);
      int[] rows = member.validationRows();
      for (int i = 0; i < plan.validationBatches() * plan.validationBatch(); i++) {
        int filler = rows.length > 0 ? rows[0] : member.trainingRows()[0];
        indices[position(k, i)] = i < rows.length ? rows[i] : filler;
      }
    }
    return plan.validationBatches() == 0
        ? Tensor.of(indices, 1)
        : Tensor.of(indices, plan.validationBatches(), size);
  }

  /** Returns the weight of each row: 1 by the member's number of rows. */
  Tensor weights() {
    int size = plan.members() * plan.validationBatch();
    float[] weights = new float[Math.max(1, plan.validationBatches() * size)];
    for (int k = 0; k < plan.members(); k++) {
      int rows = members.get(k).validationRows().length;
      for (int i = 0; i < rows; i++) {
        weights[position(k, i)] = 1f / rows;
      }
    }
    return plan.validationBatches() == 0
        ? Tensor.of(weights, 1)
        : Tensor.of(weights, plan.validationBatches(), plan.members(), plan.validationBatch());
  }

  /** Returns for each member whether it has validation rows, as 1 or 0. */
  Tensor present() {
    long[] present =
        members.stream().mapToLong(member -> Math.min(1, member.validationRows().length)).toArray();
    return Tensor.of(present, present.length);
  }

  /**
   * Returns where the values of a member's row begin in batches laid out like the indices, counted
   * in rows.
   */
  int position(int member, int row) {
    int batch = row / plan.validationBatch();
    return (batch * plan.members() + member) * plan.validationBatch()
        + row % plan.validationBatch();
  }
}
