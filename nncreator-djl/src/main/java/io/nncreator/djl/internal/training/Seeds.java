// SPDX-License-Identifier: Apache-2.0
package io.nncreator.djl.internal.training;

/**
 * Derives independent seeds from a member's seed, one for each purpose and number: nothing depends
 * on how often another stream was asked.
 */
final class Seeds {
  /** Order of the rows of an epoch. */
  static final int ORDER = 1;

  /** Dropout of a step. */
  static final int DROPOUT = 2;

  private Seeds() {}

  static long of(long seed, int purpose, long number) {
    return mix(mix(mix(seed) + purpose) + number);
  }

  /** The finaliser of SplitMix64 (Steele et al., OOPSLA 2014). */
  private static long mix(long value) {
    long z = value + 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
