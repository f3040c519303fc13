// SPDX-License-Identifier: Apache-2.0
package io.nncreator.benchmarks.serving;

/** Counts answers by the microseconds that they took. Not thread-safe. */
final class Latencies {
  private static final int MOST_MICROS = 2_000_000;

  private final int[] counts = new int[MOST_MICROS + 1];
  private long answers;
  private long failed;

  void add(long nanos, boolean good) {
    counts[(int) Math.min(MOST_MICROS, nanos / 1_000)]++;
    answers++;
    if (!good) {
      failed++;
    }
  }

  LoadResult result(double seconds) {
    return new LoadResult(answers, failed, seconds, millis(0.5), millis(0.99));
  }

  private double millis(double share) {
    long seen = 0;
    for (int micros = 0; micros <= MOST_MICROS; micros++) {
      seen += counts[micros];
      if (seen >= share * answers) {
        return micros / 1e3;
      }
    }
    return Double.NaN;
  }
}
