// SPDX-License-Identifier: Apache-2.0
package io.nncreator.serving.internal.batch;

import java.util.concurrent.TimeUnit;

/**
 * How long the model takes for a few rows, by a moving average. Thread-safe; a lost update does no
 * harm.
 */
final class RunTimes {
  private static final int FEW_ROWS = 4;
  private static final int LEAST_RUNS = 64;
  private static final double SHARE = 1.0 / 32;
  private static final double QUICK_NANOS = TimeUnit.MICROSECONDS.toNanos(100);
  private static final double SLOW_NANOS = TimeUnit.MICROSECONDS.toNanos(300);

  /** One descheduled run in a thousand must not make a quick model look slow. */
  private static final double MOST_NANOS = 10 * QUICK_NANOS;

  private volatile double mean = MOST_NANOS;
  private volatile int runs;
  private volatile boolean quick;

  /** Takes the time of a run. */
  @SuppressWarnings("NonAtomicOperationOnVolatileField")
  void add(long nanos, int rows) {
    if (rows > FEW_ROWS) {
      return;
    }
    double next = mean + SHARE * (Math.min(nanos, MOST_NANOS) - mean);
    mean = next;
    runs = Math.min(LEAST_RUNS, runs + 1);
    quick = runs == LEAST_RUNS && next < (quick ? SLOW_NANOS : QUICK_NANOS);
  }

  /** Returns whether an answer takes less time than to hand it to another thread. */
  boolean quick() {
    return quick;
  }
}
