// SPDX-License-Identifier: Apache-2.0
package io.nncreator.djl.internal.training;

import io.nncreator.api.graph.Tensor;
import io.nncreator.api.training.MemberResult;
import io.nncreator.api.training.MemberResult.Status;
import io.nncreator.api.training.TrainingRequest;
import io.nncreator.api.training.TrainingResult;
import java.util.ArrayList;
import java.util.List;

/** Turns the last state of a program into a result. */
final class TrainingEnd {
  private final TrainingRequest request;
  private final TrainingPlan plan;
  private final Parameters parameters;
  private final ValidationRows rows;

  TrainingEnd(TrainingRequest request, TrainingPlan plan, Parameters parameters) {
    this.request = request;
    this.plan = plan;
    this.parameters = parameters;
    this.rows = new ValidationRows(request.members(), plan);
  }

  /**
   * Returns the result.
   *
   * @param active ends with all members in its program
   * @param stopped whether the observer ended the run
   */
  TrainingResult result(
      ActiveProgram active, long step, int epochs, boolean stopped, long memberSteps) {
    TrainingState state = active.state();
    TrainingState last = state;
    boolean fresh = false;
    for (long epoch : state.get(TrainingState.BEST_EPOCH).longs()) {
      fresh |= epoch == 0;
    }
    if (fresh) {
      active.program().adopt();
      last = active.state();
    }
    TrainingProgram program = active.all(last);
    int outputs = request.network().outputs();
    int size = plan.members() * plan.validationBatch();
    float[] answers = new float[plan.validationBatches() * size * outputs];
    float[] losses = new float[plan.validationBatches() * size];
    for (int batch = 0; batch < plan.validationBatches(); batch++) {
      List<Tensor> answer = program.answer(batch);
      System.arraycopy(answer.get(0).floats(), 0, answers, batch * size * outputs, size * outputs);
      System.arraycopy(answer.get(1).floats(), 0, losses, batch * size, size);
    }
    List<MemberResult> members = new ArrayList<>();
    for (int k = 0; k < plan.members(); k++) {
      members.add(member(k, state, stopped, answers, losses));
    }
    return new TrainingResult(
        last.kept(parameters, plan.members()),
        members,
        state.checkpoint(step, epochs),
        memberSteps);
  }

  private MemberResult member(
      int member, TrainingState state, boolean stopped, float[] answers, float[] losses) {
    int count = request.members().get(member).validationRows().length;
    int outputs = request.network().outputs();
    float[] own = new float[count * outputs];
    double loss = 0;
    for (int row = 0; row < count; row++) {
      int from = rows.position(member, row);
      System.arraycopy(answers, from * outputs, own, row * outputs, outputs);
      loss += losses[from];
    }
    int best = (int) state.get(TrainingState.BEST_EPOCH).longs()[member];
    Status status = status(state.get(TrainingState.STATUS).longs()[member], stopped);
    return new MemberResult(status, best, loss / count, own);
  }

  private static Status status(long status, boolean stopped) {
    if (status == MemberStatus.DIVERGED) {
      return Status.DIVERGED;
    }
    if (status == MemberStatus.STOPPED) {
      return Status.EARLY_STOPPED;
    }
    return stopped ? Status.INTERRUPTED : Status.COMPLETED;
  }
}
