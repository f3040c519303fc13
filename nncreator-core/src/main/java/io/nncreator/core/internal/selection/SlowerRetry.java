// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.selection;

import io.nncreator.api.graph.Weights;
import io.nncreator.api.spi.Trainer;
import io.nncreator.api.training.Member;
import io.nncreator.api.training.MemberResult;
import io.nncreator.api.training.MemberResult.Status;
import io.nncreator.api.training.TrainingObserver;
import io.nncreator.api.training.TrainingRequest;
import io.nncreator.api.training.TrainingResult;
import java.util.ArrayList;
import java.util.List;

/**
 * Trains again, more slowly, the members whose numbers overflowed; the others keep what they
 * learnt.
 */
final class SlowerRetry {
  private static final int MOST_RETRIES = 2;
  private static final double SLOWER = 0.3;

  private SlowerRetry() {}

  static TrainingResult train(Trainer trainer, TrainingRequest request, TrainingObserver observer) {
    TrainingResult result = trainer.train(request, observer);
    double slower = 1;
    for (int retry = 0; retry < MOST_RETRIES && !observer.stopRequested(); retry++) {
      int[] diverged = diverged(result);
      if (diverged.length == 0) {
        break;
      }
      slower *= SLOWER;
      result = merged(result, diverged, trainer.train(slower(request, diverged, slower), observer));
    }
    return result;
  }

  private static int[] diverged(TrainingResult result) {
    List<Integer> diverged = new ArrayList<>();
    for (int i = 0; i < result.members().size(); i++) {
      if (result.members().get(i).status() == Status.DIVERGED) {
        diverged.add(i);
      }
    }
    return diverged.stream().mapToInt(Integer::intValue).toArray();
  }

  private static TrainingRequest slower(TrainingRequest request, int[] chosen, double factor) {
    List<Member> members = new ArrayList<>();
    for (int member : chosen) {
      Member diverged = request.members().get(member);
      members.add(diverged.withRate(diverged.rate() * factor));
    }
    return new TrainingRequest(
        request.network(), request.recipe(), request.rows(), members, null, request.chunks());
  }

  /** Takes over the retried members that became better. */
  private static TrainingResult merged(TrainingResult first, int[] retried, TrainingResult second) {
    List<MemberResult> members = new ArrayList<>(first.members());
    Weights weights = first.weights();
    for (int i = 0; i < retried.length; i++) {
      MemberResult fresh = second.members().get(i);
      if (better(fresh, members.get(retried[i]))) {
        members.set(retried[i], fresh);
        weights = weights.with(retried[i], second.weights(), i);
      }
    }
    return new TrainingResult(
        weights, members, first.checkpoint(), first.memberSteps() + second.memberSteps());
  }

  private static boolean better(MemberResult fresh, MemberResult old) {
    if (fresh.bestEpoch() == 0) {
      return false;
    }
    return old.bestEpoch() == 0 || fresh.validationLoss() < old.validationLoss();
  }
}
