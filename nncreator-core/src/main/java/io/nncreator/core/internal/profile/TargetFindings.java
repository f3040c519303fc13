// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.profile;

import io.nncreator.api.data.Finding;
import io.nncreator.api.data.Finding.Kind;
import io.nncreator.core.internal.intake.Shown;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What is worth knowing about the sizes of classes. */
final class TargetFindings {
  /** How many times larger than the smallest class the largest one is when they are unbalanced. */
  static final double IMBALANCE = 5;

  /** Classes with fewer rows can hardly be learnt, and scores of them say nothing. */
  static final int LEAST_ROWS = 5;

  private static final int MOST_NAMED = 5;

  private TargetFindings() {}

  static List<Finding> list(TargetValues target) {
    List<Finding> findings = new ArrayList<>();
    if (target.quantity()) {
      return findings;
    }
    long[] counts = target.counts();
    long total = Arrays.stream(counts).sum();
    int smallest = 0;
    int largest = 0;
    List<String> rare = new ArrayList<>();
    for (int i = 0; i < counts.length; i++) {
      smallest = counts[i] < counts[smallest] ? i : smallest;
      largest = counts[i] > counts[largest] ? i : largest;
      if (counts[i] < LEAST_ROWS) {
        rare.add("(" + Shown.of(target.classes().get(i)) + ") has " + counts[i]);
      }
    }
    if (counts[largest] >= IMBALANCE * counts[smallest]) {
      findings.add(
          finding(
              target,
              "The class ("
                  + Shown.of(target.classes().get(largest))
                  + ") has "
                  + Share.of(counts[largest], total)
                  + " rows, the class ("
                  + Shown.of(target.classes().get(smallest))
                  + ") only "
                  + counts[smallest]
                  + ". Accuracy would hide errors in the small class."));
    }
    if (!rare.isEmpty()) {
      String named = String.join(", ", rare.subList(0, Math.min(MOST_NAMED, rare.size())));
      findings.add(
          finding(
              target,
              rare.size()
                  + " of "
                  + counts.length
                  + " classes have fewer than "
                  + LEAST_ROWS
                  + " rows: "
                  + named
                  + ". They can hardly be learnt."));
    }
    return findings;
  }

  private static Finding finding(TargetValues target, String reason) {
    return new Finding(Kind.IMBALANCED_TARGET, target.name(), reason);
  }
}
