// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.creation;

import java.time.Duration;

/** The part of a budget that is kept for scoring, export and writing. */
public final class TimeReserve {
  private static final Duration LEAST = Duration.ofMillis(600);
  private static final Duration MOST = Duration.ofSeconds(6);

  /** Start of the engine and analysis of the sentence. */
  private static final Duration START = Duration.ofMillis(1_200);

  /** Reading and profiling of one cell. */
  private static final long NANOS_PER_CELL = 400;

  /** Counting of one cell of a row that is not drawn. */
  private static final long NANOS_PER_SCANNED_CELL = 30;

  /** Passing over one cell of a row that is not needed, by the scanner that reads the others. */
  private static final long NANOS_PER_PASSED_CELL = 100;

  private TimeReserve() {}

  /** Returns the reserve of a budget: a part of it, within limits. */
  public static Duration of(Duration budget) {
    Duration reserve = LEAST.plus(budget.dividedBy(12));
    return reserve.compareTo(MOST) > 0 ? MOST : reserve;
  }

  /**
   * Returns the time that a plan may count on for training. It comes from the budget, in whole
   * seconds, and the size of the data alone: a look at the clock would make the plan, and with it
   * the network, another one on each run.
   *
   * @param cells rows times columns that are read
   * @param scanned cells of further rows, which are only counted
   */
  static Duration forTraining(Duration budget, long cells, long scanned) {
    Duration whole = Duration.ofSeconds(budget.plusSeconds(1).minusNanos(1).toSeconds());
    Duration before =
        START.plusNanos(cells * NANOS_PER_CELL).plusNanos(scanned * NANOS_PER_SCANNED_CELL);
    return atLeastNone(whole.minus(of(whole)).minus(before));
  }

  /**
   * Returns what is left of a time when further rows are read, encoded and written.
   *
   * @param scanned cells of the whole table, which is scanned once more
   * @param cells of these rows
   */
  static Duration afterEncoding(Duration time, long scanned, long cells) {
    return atLeastNone(
        time.minusNanos(scanned * NANOS_PER_PASSED_CELL).minusNanos(cells * NANOS_PER_CELL));
  }

  private static Duration atLeastNone(Duration time) {
    return time.isNegative() ? Duration.ZERO : time;
  }
}
