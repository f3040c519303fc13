// SPDX-License-Identifier: Apache-2.0
package io.nncreator.djl.internal.training;

import io.nncreator.api.training.Member;
import io.nncreator.api.training.RowChunks;
import io.nncreator.api.training.TrainingRequest;
import java.nio.IntBuffer;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * The order in which each member sees its rows: a new permutation every epoch. Rows of the chunk at
 * hand are numbered behind those in memory, and mixed with a share of them.
 */
final class RowOrder {
  private final List<Member> members;
  private final TrainingPlan plan;
  private final EpochParts parts;
  private final @Nullable RowChunks chunks;
  private final int memory;
  private final int[][] own;
  private final int[][] order;
  private long epoch = -1;
  private long begin = -1;

  RowOrder(TrainingRequest request, TrainingPlan plan, EpochParts parts) {
    this.members = request.members();
    this.plan = plan;
    this.parts = parts;
    this.chunks = request.chunks();
    this.memory = request.rows().rows();
    this.own = new int[members.size()][];
    this.order = new int[members.size()][];
  }

  /** Writes the rows of one step, member by member, and its padding. */
  void write(long step, IntBuffer to) {
    parts.at(step);
    shuffle();
    long first = (step - parts.begin()) * plan.batch();
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

  private void shuffle() {
    if (begin == parts.begin()) {
      return;
    }
    for (int k = 0; k < order.length; k++) {
      Member member = members.get(k);
      if (epoch != parts.epoch()) {
        own[k] = member.trainingRows().clone();
        shuffle(own[k], Seeds.of(member.seed(), Seeds.ORDER, parts.epoch()));
      }
      order[k] = chunks == null ? own[k] : mixed(chunks.rows(parts.chunk()), own[k], member);
    }
    epoch = parts.epoch();
    begin = parts.begin();
  }

  private int[] mixed(int chunkRows, int[] mine, Member member) {
    int from = EpochParts.share(mine.length, parts.chunk(), parts.count());
    int to = EpochParts.share(mine.length, parts.chunk() + 1, parts.count());
    int[] rows = new int[to - from + chunkRows];
    System.arraycopy(mine, from, rows, 0, to - from);
    for (int i = 0; i < chunkRows; i++) {
      rows[to - from + i] = memory + i;
    }
    shuffle(rows, Seeds.of(member.seed(), Seeds.PART, parts.begin()));
    return rows;
  }

  private static void shuffle(int[] rows, long seed) {
    Seeds.shuffle(rows, new SplittableRandom(seed));
  }
}
