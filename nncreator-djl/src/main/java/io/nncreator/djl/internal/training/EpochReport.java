// SPDX-License-Identifier: Apache-2.0
package io.nncreator.djl.internal.training;

/**
 * What a closed epoch left behind: for each member, training loss, validation loss, best loss, best
 * epoch and status, one kind after the other.
 *
 * @param values as the program gives them
 * @param members K
 */
@SuppressWarnings("ArrayRecordComponent")
record EpochReport(double[] values, int members) {
  double trainingLoss(int member) {
    return values[member];
  }

  double bestLoss(int member) {
    return values[2 * members + member];
  }

  boolean active(int member) {
    return values[4 * members + member] == MemberStatus.ACTIVE;
  }

  boolean diverged(int member) {
    return values[4 * members + member] == MemberStatus.DIVERGED;
  }
}
