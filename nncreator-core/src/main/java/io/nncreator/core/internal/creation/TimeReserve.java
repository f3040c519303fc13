// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.creation;

import io.nncreator.core.internal.planning.Deadline;
import java.time.Duration;

/** The part of a budget that is kept for scoring, export and writing. */
public final class TimeReserve {
  private static final Duration LEAST = Duration.ofMillis(600);
  private static final Duration MOST = Duration.ofSeconds(6);

  private TimeReserve() {}

  /** Returns the reserve of a budget: a part of it, within limits. */
  public static Duration of(Duration budget) {
    Duration reserve = LEAST.plus(budget.dividedBy(12));
    return reserve.compareTo(MOST) > 0 ? MOST : reserve;
  }

  /** Returns the time that a plan may count on for training. */
  static Duration forTraining(Deadline deadline, Duration budget) {
    Duration left = deadline.remaining().minus(of(budget));
    return left.isNegative() ? Duration.ZERO : left;
  }
}
