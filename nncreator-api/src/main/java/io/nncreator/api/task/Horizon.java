// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.task;

import java.util.Objects;

/**
 * How far ahead a series is told.
 *
 * @param steps number of coming values, at least 1
 * @param frequency time from one value to the next
 */
public record Horizon(int steps, Frequency frequency) {
  /** Checks the steps. */
  public Horizon {
    Objects.requireNonNull(frequency, "frequency");
    if (steps < 1) {
      throw new IllegalArgumentException("The horizon (" + steps + ") must be at least 1.");
    }
  }

  /** Usual times between the values of a series. */
  public enum Frequency {
    /** Seconds. */
    SECOND(1),
    /** Minutes. */
    MINUTE(60),
    /** Hours. */
    HOUR(3600),
    /** Days. */
    DAY(86_400),
    /** Weeks. */
    WEEK(604_800),
    /** Months. */
    MONTH(2_629_746),
    /** Quarters of years. */
    QUARTER(7_889_238),
    /** Years. */
    YEAR(31_556_952);

    private final long seconds;

    Frequency(long seconds) {
      this.seconds = seconds;
    }

    /** Returns the length in seconds; the mean one for months, quarters and years. */
    public long seconds() {
      return seconds;
    }
  }
}
