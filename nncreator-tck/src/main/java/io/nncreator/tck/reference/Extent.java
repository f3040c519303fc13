// SPDX-License-Identifier: Apache-2.0
package io.nncreator.tck.reference;

import java.util.Arrays;
import java.util.List;

/**
 * The dimensions that several operands broadcast to.
 *
 * @param dims sizes, with the number of members first when {@code perMember}
 * @param perMember whether any operand differs between members
 */
@SuppressWarnings("ArrayRecordComponent")
record Extent(long[] dims, boolean perMember) {
  /** Joins operands whose ranks are equal once the member axis is left out. */
  static Extent of(List<ReferenceTensor> operands, int members) {
    boolean perMember = operands.stream().anyMatch(ReferenceTensor::perMember);
    long[] shared = new long[0];
    for (ReferenceTensor operand : operands) {
      long[] own = withoutMembers(operand);
      if (shared.length == 0) {
        shared = own;
      }
      for (int axis = 0; axis < own.length; axis++) {
        shared[axis] = shared[axis] == 1 ? own[axis] : shared[axis];
        if (own[axis] != 1 && own[axis] != shared[axis]) {
          throw new IllegalArgumentException(
              "Sizes " + own[axis] + " and " + shared[axis] + " of an axis do not broadcast.");
        }
      }
    }
    return new Extent(perMember ? withMembers(members, shared) : shared, perMember);
  }

  static long[] withMembers(long members, long[] dims) {
    long[] all = new long[dims.length + 1];
    all[0] = members;
    System.arraycopy(dims, 0, all, 1, dims.length);
    return all;
  }

  private static long[] withoutMembers(ReferenceTensor operand) {
    return Arrays.copyOfRange(operand.dims(), operand.perMember() ? 1 : 0, operand.dims().length);
  }
}
