// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.training;

/**
 * One member of a group trained together: a fold, a seed, or a learning rate.
 *
 * @param trainingRows indices of the rows to learn from, at least one
 * @param validationRows indices of the rows that choose the epoch; empty = the last epoch is kept
 * @param seed of first weights, order of rows and dropout
 * @param rate positive factor on the recipe's learning rate
 */
@SuppressWarnings("ArrayRecordComponent")
public record Member(int[] trainingRows, int[] validationRows, long seed, double rate) {
  /** Checks that there is something to learn from, and the rate. */
  public Member {
    if (trainingRows.length == 0) {
      throw new IllegalArgumentException("A member needs at least one training row.");
    }
    if (!(rate > 0 && Double.isFinite(rate))) {
      throw new IllegalArgumentException(
          "The factor on the learning rate (" + rate + ") must be positive.");
    }
  }

  /** A member that learns at the recipe's rate. */
  public Member(int[] trainingRows, int[] validationRows, long seed) {
    this(trainingRows, validationRows, seed, 1);
  }

  /** Returns this member with another factor on the learning rate. */
  public Member withRate(double other) {
    return new Member(trainingRows, validationRows, seed, other);
  }
}
