// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.training;

/**
 * One member of a group trained together: a fold, or a seed.
 *
 * @param trainingRows indices of the rows to learn from, at least one
 * @param validationRows indices of the rows that choose the epoch; empty = the last epoch is kept
 * @param seed of first weights, order of rows and dropout
 */
@SuppressWarnings("ArrayRecordComponent")
public record Member(int[] trainingRows, int[] validationRows, long seed) {
  /** Checks that there is something to learn from. */
  public Member {
    if (trainingRows.length == 0) {
      throw new IllegalArgumentException("A member needs at least one training row.");
    }
  }
}
