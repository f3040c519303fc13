// SPDX-License-Identifier: Apache-2.0
package io.nncreator.tck.reference;

import io.nncreator.api.training.Member;
import io.nncreator.api.training.RowChunks;
import io.nncreator.api.training.TrainingRequest;
import io.nncreator.api.training.TrainingRows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Puts the chunks of a request into memory: what tests can afford. */
final class GatheredRows {
  private GatheredRows() {}

  /** Returns a request for the same rows without chunks. */
  static TrainingRequest of(TrainingRequest request) {
    @Nullable RowChunks chunks = request.chunks();
    if (chunks == null) {
      return request;
    }
    TrainingRows rows = request.rows();
    int first = rows.rows();
    for (int chunk = 0; chunk < chunks.count(); chunk++) {
      rows = joined(rows, chunks.read(chunk));
    }
    int[] further = IntStream.range(first, rows.rows()).toArray();
    List<Member> members = new ArrayList<>();
    for (Member member : request.members()) {
      int[] training =
          IntStream.concat(IntStream.of(member.trainingRows()), IntStream.of(further)).toArray();
      members.add(
          new Member(training, member.validationRows(), member.seed()).withRate(member.rate()));
    }
    return new TrainingRequest(
        request.network(), request.recipe(), rows, members, request.checkpoint());
  }

  private static TrainingRows joined(TrainingRows first, TrainingRows second) {
    return new TrainingRows(
        first.layout(),
        joined(first.numeric(), second.numeric()),
        LongStream.concat(LongStream.of(first.codes()), LongStream.of(second.codes())).toArray(),
        IntStream.concat(IntStream.of(first.labels()), IntStream.of(second.labels())).toArray(),
        joined(first.values(), second.values()));
  }

  private static float[] joined(float[] first, float[] second) {
    float[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }
}
