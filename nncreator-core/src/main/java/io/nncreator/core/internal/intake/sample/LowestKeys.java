// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.intake.sample;

import java.util.Arrays;

/** Finds the key below which a number of keys lie: keys are even, so few need to be sorted. */
final class LowestKeys {
  private static final int PARTS = 1 << 12;

  private LowestKeys() {}

  /**
   * Returns the key that has so many others before it in order.
   *
   * @param keys at least 0 and below the bound, evenly spread
   * @param before fewer than there are keys
   */
  static long limit(long[] keys, int before, long bound) {
    long width = bound / PARTS + 1;
    int[] counts = new int[PARTS];
    for (long key : keys) {
      counts[(int) (key / width)]++;
    }
    int part = 0;
    int left = before;
    while (left >= counts[part]) {
      left -= counts[part++];
    }
    long low = part * width;
    long[] few = Arrays.stream(keys).filter(key -> key - low >= 0 && key - low < width).toArray();
    Arrays.sort(few);
    return few[left];
  }
}
