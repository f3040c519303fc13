// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.intake.sample;

/**
 * Rows of a block that may become part of the sample.
 *
 * @param rows their numbers in the block
 * @param keys the lower, the rather they are drawn
 * @param ends where their texts end
 * @param bytes their texts one after the other
 */
@SuppressWarnings("ArrayRecordComponent")
record PickedRows(int[] rows, long[] keys, int[] ends, byte[] bytes) {

  /** Returns the number of rows with keys below a bound. */
  int below(long bound) {
    int count = 0;
    for (long key : keys) {
      count += key < bound ? 1 : 0;
    }
    return count;
  }

  /** Returns the rows with keys below a bound. */
  PickedRows thinned(long bound) {
    int count = below(bound);
    if (count == keys.length) {
      return this;
    }
    int size = 0;
    for (int i = 0; i < keys.length; i++) {
      size += keys[i] < bound ? ends[i] - start(i) : 0;
    }
    PickedRows few =
        new PickedRows(new int[count], new long[count], new int[count], new byte[size]);
    int to = 0;
    int length = 0;
    for (int i = 0; i < keys.length; i++) {
      if (keys[i] < bound) {
        System.arraycopy(bytes, start(i), few.bytes, length, ends[i] - start(i));
        length += ends[i] - start(i);
        few.rows[to] = rows[i];
        few.keys[to] = keys[i];
        few.ends[to++] = length;
      }
    }
    return few;
  }

  private int start(int row) {
    return row == 0 ? 0 : ends[row - 1];
  }
}
