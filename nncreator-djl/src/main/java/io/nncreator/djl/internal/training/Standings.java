// SPDX-License-Identifier: Apache-2.0
package io.nncreator.djl.internal.training;

import io.nncreator.api.training.EpochProgress;
import io.nncreator.api.training.Member;
import java.util.List;
import java.util.stream.IntStream;

/** How all members stand after each epoch, also those that are left behind. Not thread-safe. */
final class Standings {
  private final List<Member> members;
  private final boolean[] active;
  private final double[] best;

  /** Begins as a state says. */
  Standings(List<Member> members, TrainingState state) {
    this.members = members;
    this.active = new boolean[members.size()];
    this.best = new double[members.size()];
    for (int k = 0; k < active.length; k++) {
      active[k] = state.get(TrainingState.STATUS).longs()[k] == MemberStatus.ACTIVE;
      best[k] = state.get(TrainingState.BEST_LOSS).floats()[k];
    }
  }

  /** Returns the members that have not stopped. */
  int[] active() {
    return IntStream.range(0, active.length).filter(k -> active[k]).toArray();
  }

  /**
   * Takes an epoch in.
   *
   * @param held the members of the report, in its order
   * @return what to tell of it
   */
  EpochProgress close(int epoch, int epochs, int[] held, EpochReport report) {
    double training = 0;
    int trained = 0;
    for (int i = 0; i < held.length; i++) {
      if (active[held[i]] && !report.diverged(i)) {
        training += report.trainingLoss(i);
        trained++;
      }
      active[held[i]] = report.active(i);
      best[held[i]] = report.bestLoss(i);
    }
    double[] judged =
        IntStream.range(0, best.length)
            .filter(k -> members.get(k).validationRows().length > 0 && Double.isFinite(best[k]))
            .mapToDouble(k -> best[k])
            .toArray();
    double validation = 0;
    for (double loss : judged) {
      validation += loss;
    }
    return new EpochProgress(
        epoch, epochs, training / trained, validation / judged.length, active().length);
  }
}
