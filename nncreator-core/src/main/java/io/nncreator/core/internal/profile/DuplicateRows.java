// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.profile;

import io.nncreator.api.data.Column;
import io.nncreator.api.data.Dataset;
import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Counts rows that stand more than once: by hashes first, then cell by cell.
 *
 * @param rows number of rows
 * @param distinct different ones
 * @param once those of them that stand once
 */
record DuplicateRows(long rows, long distinct, long once) {
  private static final int FREE = -1;
  private static final long MIX = 0x9E3779B97F4A7C15L;

  /** Returns the number of rows of the whole table that equal an earlier one in all columns. */
  long count(Extent extent) {
    return extent.rows(rows) - extent.distinct(rows, distinct, once);
  }

  /** Counts rows that equal an earlier one in all columns. */
  static DuplicateRows of(Dataset dataset) {
    long[] hashes = hashes(dataset);
    int capacity = Integer.highestOneBit(Math.max(2, hashes.length)) << 2;
    int[] table = new int[Math.max(4, Math.abs(capacity))];
    Arrays.fill(table, FREE);
    BitSet again = new BitSet();
    long duplicates = 0;
    for (int row = 0; row < hashes.length; row++) {
      int slot = (int) (hashes[row] >>> 32) & (table.length - 1);
      while (table[slot] != FREE && !same(dataset, hashes, table[slot], row)) {
        slot = (slot + 1) & (table.length - 1);
      }
      if (table[slot] == FREE) {
        table[slot] = row;
      } else {
        duplicates++;
        again.set(table[slot]);
      }
    }
    long distinct = hashes.length - duplicates;
    return new DuplicateRows(hashes.length, distinct, distinct - again.cardinality());
  }

  private static long[] hashes(Dataset dataset) {
    long[] hashes = new long[dataset.rows()];
    for (Column column : dataset.columns()) {
      for (int row = 0; row < hashes.length; row++) {
        long mixed = (hashes[row] ^ hash(column, row)) * MIX;
        hashes[row] = mixed ^ (mixed >>> 29);
      }
    }
    return hashes;
  }

  private static long hash(Column column, int row) {
    if (column instanceof Column.Numbers numbers) {
      long bits = Double.doubleToLongBits(numbers.cells()[row] + 0.0);
      return bits ^ (bits >>> 32);
    }
    @Nullable String cell = ((Column.Texts) column).cells()[row];
    return cell == null ? 1 : cell.hashCode() * 31L + cell.length();
  }

  private static boolean same(Dataset dataset, long[] hashes, int first, int second) {
    if (hashes[first] != hashes[second]) {
      return false;
    }
    for (Column column : dataset.columns()) {
      if (!same(column, first, second)) {
        return false;
      }
    }
    return true;
  }

  private static boolean same(Column column, int first, int second) {
    if (column instanceof Column.Numbers numbers) {
      double left = numbers.cells()[first];
      double right = numbers.cells()[second];
      return left == right || (Double.isNaN(left) && Double.isNaN(right));
    }
    @Nullable String[] cells = ((Column.Texts) column).cells();
    @Nullable String left = cells[first];
    return left == null ? cells[second] == null : left.equals(cells[second]);
  }
}
