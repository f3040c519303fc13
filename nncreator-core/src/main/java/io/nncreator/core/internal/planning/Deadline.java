// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.planning;

import java.time.Duration;

/**
 * The one point in time by which a whole creation must have ended; it is handed through every
 * stage. Immutable.
 */
public final class Deadline {
  private final long start;
  private final long end;

  private Deadline(long start, long end) {
    this.start = start;
    this.end = end;
  }

  /** Returns a deadline that begins to run now. */
  public static Deadline in(Duration budget) {
    long now = System.nanoTime();
    return new Deadline(now, now + budget.toNanos());
  }

  /** Returns a deadline with the same start that ends earlier by some time. */
  public Deadline reserving(Duration reserve) {
    return new Deadline(start, end - reserve.toNanos());
  }

  /** Returns the time from the start to the end. */
  public Duration budget() {
    return Duration.ofNanos(end - start);
  }

  /** Returns the time since the start. */
  public Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - start);
  }

  /** Returns the time that is left, at least zero. */
  public Duration remaining() {
    return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
  }

  /** Returns whether the time is over. */
  public boolean passed() {
    return System.nanoTime() - end >= 0;
  }
}
