// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.selection;

/** Derives independent seeds from one, by the mixing function of SplitMix64. */
public final class Seeds {
  private Seeds() {}

  /** Returns a seed that depends on all the numbers. */
  public static long of(long seed, long... path) {
    long mixed = mix(seed);
    for (long step : path) {
      mixed = mix(mixed ^ mix(step + 0x9E3779B97F4A7C15L));
    }
    return mixed;
  }

  private static long mix(long z) {
    long first = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    long second = (first ^ (first >>> 27)) * 0x94D049BB133111EBL;
    return second ^ (second >>> 31);
  }
}
