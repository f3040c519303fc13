// SPDX-License-Identifier: Apache-2.0
package io.nncreator.djl.internal.training;

import io.nncreator.api.training.Member;
import io.nncreator.api.training.TrainingRequest;
import io.nncreator.api.training.TrainingRows;
import java.util.List;

/** Refuses indices that native code would read beyond its arrays. */
final class RowChecks {
  private RowChecks() {}

  static void check(TrainingRequest request) {
    TrainingRows rows = request.rows();
    for (Member member : request.members()) {
      within("row", member.trainingRows(), rows.rows());
      within("row", member.validationRows(), rows.rows());
    }
    within("label", rows.labels(), request.network().outputs());
    List<Integer> cardinalities = rows.layout().cardinalities();
    int[] sizes = cardinalities.stream().mapToInt(Integer::intValue).toArray();
    long[] codes = rows.codes();
    for (int i = 0; i < codes.length; i++) {
      if (codes[i] < 0 || codes[i] >= sizes[i % sizes.length]) {
        throw refusal("category code", codes[i], sizes[i % sizes.length]);
      }
    }
  }

  private static void within(String kind, int[] indices, int size) {
    for (int index : indices) {
      if (index < 0 || index >= size) {
        throw refusal(kind, index, size);
      }
    }
  }

  private static IllegalArgumentException refusal(String kind, long index, int size) {
    return new IllegalArgumentException(
        "The " + kind + " (" + index + ") must be at least 0 and below " + size + ".");
  }
}
