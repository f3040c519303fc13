// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.planning;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * The one point in time by which a whole creation must have ended; it is handed through every
 * stage. Immutable.
 */
public final class Deadline {
  private final LongSupplier clock;
  private final long start;
  private final long end;

  private Deadline(LongSupplier clock, long start, long end) {
    this.clock = clock;
    this.start = start;
    this.end = end;
  }

  /** Returns a deadline that begins to run now. */
  public static Deadline in(Duration budget) {
    return in(budget, System::nanoTime);
  }

  /**
   * Returns a deadline that begins to run now.
   *
   * @param clock tells nanoseconds from any origin
   */
  public static Deadline in(Duration budget, LongSupplier clock) {
    long now = clock.getAsLong();
    return new Deadline(clock, now, now + budget.toNanos());
  }

  /** Returns a deadline with the same start that ends earlier by some time. */
  public Deadline reserving(Duration reserve) {
    return new Deadline(clock, start, end - reserve.toNanos());
  }

  /** Returns the time from the start to the end. */
  public Duration budget() {
    return Duration.ofNanos(end - start);
  }

  /** Returns the time since the start. */
  public Duration elapsed() {
    return Duration.ofNanos(clock.getAsLong() - start);
  }

  /** Returns the time that is left, at least zero. */
  public Duration remaining() {
    return Duration.ofNanos(Math.max(0, end - clock.getAsLong()));
  }

  /** Returns whether the time is over. */
  public boolean passed() {
    return clock.getAsLong() - end >= 0;
  }
}
