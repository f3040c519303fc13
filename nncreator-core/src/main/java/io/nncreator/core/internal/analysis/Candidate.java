// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.analysis;

import io.nncreator.api.task.Inferred;

/**
 * A column that may be the target.
 *
 * @param column index of the column
 * @param confidence that it is, by the kind of evidence, 0 to 1
 * @param rank order among candidates: the confidence, less what speaks for others
 * @param named whether the sentence says the whole name or a value
 * @param origin what told it
 * @param reason evidence in plain words
 */
record Candidate(
    int column,
    double confidence,
    double rank,
    boolean named,
    Inferred.Origin origin,
    String reason) {
  private static final double ANOTHER_WORD = 0.5;

  /** Returns the same candidate with more evidence, as a probability of its own. */
  Candidate and(double evidence) {
    double more = Evidence.either(rank, evidence);
    return new Candidate(column, confidence, more, named, origin, reason);
  }

  /** Returns the same candidate, likelier if another word of its name is said. */
  Candidate with(Candidate other) {
    return !named && !other.named && !reason.equals(other.reason)
        ? and(ANOTHER_WORD * other.rank)
        : this;
  }

  /** Returns the same candidate with its rank scaled. */
  Candidate ranked(double factor) {
    return new Candidate(column, confidence, rank * factor, named, origin, reason);
  }
}
