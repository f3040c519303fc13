// SPDX-License-Identifier: Apache-2.0
package io.nncreator.djl.internal.training;

import java.util.SplittableRandom;

/**
 * Derives independent seeds from a member's seed, one for each purpose and number: nothing depends
 * on how often another stream was asked.
 */
final class Seeds {
  /** Order of the rows of an epoch. */
  static final int ORDER = 1;

  /** Dropout of a step. */
  static final int DROPOUT = 2;

  /** Order of the chunks of an epoch. */
  static final int CHUNKS = 3;

  /** Order of the rows of a part of an epoch. */
  static final int PART = 4;

  private Seeds() {}

  static long of(long seed, int purpose, long number) {
    return mix(mix(mix(seed) + purpose) + number);
  }

  /** Puts numbers in a random order (Fisher and Yates). */
  static void shuffle(int[] numbers, SplittableRandom random) {
    for (int i = numbers.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int number = numbers[i];
      numbers[i] = numbers[j];
      numbers[j] = number;
    }
  }

  /** The finaliser of SplitMix64 (Steele et al., OOPSLA 2014). */
  private static long mix(long value) {
    long z = value + 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
