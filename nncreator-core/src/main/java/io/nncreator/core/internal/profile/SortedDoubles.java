// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.profile;

import java.util.Arrays;

/**
 * Sorts numbers digit by digit, the lowest first (radix sort; Knuth, The Art of Computer
 * Programming, 5.2.5). Digits that are the same in all numbers cost nothing, as in whole numbers.
 */
final class SortedDoubles {
  /** Fewer numbers are sorted faster by comparing. */
  private static final int LEAST = 1 << 13;

  private static final int BITS = 11;
  private static final int DIGITS = 6;
  private static final int MASK = (1 << BITS) - 1;

  private SortedDoubles() {}

  /** Sorts numbers among which there is no NaN and no negative zero. */
  static void sort(double[] numbers) {
    if (numbers.length < LEAST) {
      Arrays.sort(numbers);
      return;
    }
    long[] keys = new long[numbers.length];
    int[][] counts = new int[DIGITS][MASK + 1];
    for (int i = 0; i < keys.length; i++) {
      long key = key(numbers[i]);
      keys[i] = key;
      for (int digit = 0; digit < DIGITS; digit++) {
        counts[digit][(int) (key >>> (digit * BITS)) & MASK]++;
      }
    }
    long[] other = new long[keys.length];
    for (int digit = 0; digit < DIGITS; digit++) {
      int shift = digit * BITS;
      int[] places = counts[digit];
      if (places[(int) (keys[0] >>> shift) & MASK] == keys.length) {
        continue;
      }
      int sum = 0;
      for (int value = 0; value <= MASK; value++) {
        int count = places[value];
        places[value] = sum;
        sum += count;
      }
      for (long key : keys) {
        other[places[(int) (key >>> shift) & MASK]++] = key;
      }
      long[] swapped = keys;
      keys = other;
      other = swapped;
    }
    for (int i = 0; i < keys.length; i++) {
      numbers[i] = number(keys[i]);
    }
  }

  /** Returns bits that are ordered, without sign, as the numbers are. */
  private static long key(double number) {
    long bits = Double.doubleToRawLongBits(number);
    return bits ^ (bits >> 63 | Long.MIN_VALUE);
  }

  private static double number(long key) {
    return Double.longBitsToDouble(key ^ (~key >> 63 | Long.MIN_VALUE));
  }
}
