// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.intake.sample;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Gives each row of a block a random key and keeps the rows with keys below a bound. What a row's
 * key is depends on the seed and the place of the row alone. It is used again for block after
 * block.
 */
final class RowPicker {
  private SplittableRandom random = new SplittableRandom(0);
  private long bound;
  private byte[] source = {};
  private int seen;
  private int size;
  private int[] rows = new int[64];
  private long[] keys = new long[64];
  private int[] ends = new int[64];
  private byte[] bytes = new byte[1 << 12];
  private int length;

  /** Forgets all rows, and takes those of another block. */
  void start(byte[] block, SplittableRandom keysOfBlock, long boundOfKeys) {
    source = block;
    random = keysOfBlock;
    bound = boundOfKeys;
    seen = 0;
    size = 0;
    length = 0;
  }

  /** Takes the next row. */
  void row(int from, int to) {
    long key = random.nextLong() >>> 1;
    if (key < bound) {
      add(key, from, to);
    }
    seen++;
  }

  private void add(long key, int from, int to) {
    if (size == keys.length) {
      rows = Arrays.copyOf(rows, size * 2);
      keys = Arrays.copyOf(keys, size * 2);
      ends = Arrays.copyOf(ends, size * 2);
    }
    int more = to - from + 1;
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
    }
    System.arraycopy(source, from, bytes, length, to - from);
    length += to - from;
    if (bytes[length - 1] != '\n' && bytes[length - 1] != '\r') {
      // The last line of a text may lack its end.
      bytes[length++] = '\n';
    }
    rows[size] = seen;
    keys[size] = key;
    ends[size++] = length;
  }

  /** Returns how many rows there were. */
  int seen() {
    return seen;
  }

  PickedRows picked() {
    return new PickedRows(
        Arrays.copyOf(rows, size),
        Arrays.copyOf(keys, size),
        Arrays.copyOf(ends, size),
        Arrays.copyOf(bytes, length));
  }
}
