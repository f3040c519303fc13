// SPDX-License-Identifier: Apache-2.0
package io.nncreator.djl.internal.training;

import io.nncreator.api.training.Member;
import java.nio.IntBuffer;
import java.util.List;
import java.util.SplittableRandom;

/** The order in which each member sees its rows: a new permutation every epoch. */
final class RowOrder {
  private final List<Member> members;
  private final TrainingPlan plan;
  private final int[][] order;
  private long epoch = -1;

  RowOrder(List<Member> members, TrainingPlan plan) {
    this.members = members;
    this.plan = plan;
    this.order = new int[members.size()][];
  }

  /** Writes the rows of one step, member by member, and its padding. */
  void write(long step, IntBuffer to) {
    shuffle(step / plan.stepsPerEpoch());
    long first = step % plan.stepsPerEpoch() * plan.batch();
    for (int[] rows : order) {
      int position = (int) (first % rows.length);
      for (int i = 0; i < plan.batch(); i++) {
        to.put(rows[position]);
        position = position + 1 == rows.length ? 0 : position + 1;
      }
    }
    for (int i = plan.members() * plan.batch(); i < plan.stride(); i++) {
      to.put(0);
    }
  }

  private void shuffle(long wanted) {
    if (epoch == wanted) {
      return;
    }
    for (int k = 0; k < order.length; k++) {
      Member member = members.get(k);
      int[] rows = member.trainingRows().clone();
      SplittableRandom random = new SplittableRandom(Seeds.of(member.seed(), Seeds.ORDER, wanted));
      for (int i = rows.length - 1; i > 0; i--) {
        int j = random.nextInt(i + 1);
        int row = rows[i];
        rows[i] = rows[j];
        rows[j] = row;
      }
      order[k] = rows;
    }
    epoch = wanted;
  }
}
