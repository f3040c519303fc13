// SPDX-License-Identifier: Apache-2.0
package io.nncreator.djl.internal.training;

import io.nncreator.api.training.RowChunks;
import io.nncreator.api.training.TrainingRequest;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * The parts of an epoch: for each chunk of rows, one of steps on that chunk and on a share of each
 * member's rows in memory; without chunks, a single part of all rows in memory. Every epoch has its
 * own order of chunks, which is the same for all members, because one chunk at a time is at hand.
 */
final class EpochParts {
  private static final long SEED = 0x6368_756E_6B73L;

  private final int[] steps;
  private final int perEpoch;
  private final int[] order;
  private long epoch = -1;
  private int part;
  private long begin;

  private EpochParts(int[] steps) {
    this.steps = steps;
    this.order = new int[steps.length];
    int sum = 0;
    for (int count : steps) {
      sum = Math.addExact(sum, count);
    }
    this.perEpoch = sum;
  }

  /** Divides the epochs of a request. */
  static EpochParts of(TrainingRequest request, int batch) {
    int memory = memory(request);
    int[] steps = new int[count(request)];
    for (int chunk = 0; chunk < steps.length; chunk++) {
      steps[chunk] = Math.max(1, rows(request, memory, chunk) / batch);
    }
    return new EpochParts(steps);
  }

  /** Returns the rows of the largest part. */
  static int mostRows(TrainingRequest request) {
    int memory = memory(request);
    int most = 0;
    for (int chunk = 0; chunk < count(request); chunk++) {
      most = Math.max(most, rows(request, memory, chunk));
    }
    return most;
  }

  /** Returns the rows in memory of the member that has most of them. */
  private static int memory(TrainingRequest request) {
    return request.members().stream()
        .mapToInt(member -> member.trainingRows().length)
        .max()
        .orElse(1);
  }

  private static int count(TrainingRequest request) {
    @Nullable RowChunks chunks = request.chunks();
    return chunks == null ? 1 : chunks.count();
  }

  private static int rows(TrainingRequest request, int memory, int chunk) {
    @Nullable RowChunks chunks = request.chunks();
    return chunks == null
        ? memory
        : chunks.rows(chunk)
            + share(memory, chunk + 1, chunks.count())
            - share(memory, chunk, chunks.count());
  }

  /** Returns where the share of a part of rows in memory begins. */
  static int share(int rows, int part, int parts) {
    return (int) ((long) rows * part / parts);
  }

  /** Returns the number of steps of an epoch. */
  int perEpoch() {
    return perEpoch;
  }

  /** Returns the number of parts of an epoch. */
  int count() {
    return steps.length;
  }

  /** Goes to the part in which a step is. */
  void at(long step) {
    long wanted = step / perEpoch;
    if (wanted != epoch) {
      arrange(wanted);
    }
    while (step < begin || step >= end()) {
      if (step < begin) {
        part = 0;
        begin = epoch * perEpoch;
      } else {
        begin = end();
        part++;
      }
    }
  }

  /** Returns the epoch of the part, from 0. */
  long epoch() {
    return epoch;
  }

  /** Returns the chunk of the part. */
  int chunk() {
    return order[part];
  }

  /** Returns the first step of the part. */
  long begin() {
    return begin;
  }

  /** Returns the first step after the part. */
  long end() {
    return begin + steps[order[part]];
  }

  private void arrange(long wanted) {
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
    Seeds.shuffle(order, new SplittableRandom(Seeds.of(SEED, Seeds.CHUNKS, wanted)));
    epoch = wanted;
    part = 0;
    begin = epoch * perEpoch;
  }
}
