// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.profile;

import io.nncreator.core.internal.intake.ReadTable;
import io.nncreator.core.internal.intake.sample.RowSample;
import org.jspecify.annotations.Nullable;

/**
 * How counts in the rows at hand say what the whole table holds. If these are all its rows, counts
 * stay as they are.
 */
final class Extent {
  private final long held;
  private final long rows;
  private final @Nullable RowSample sample;

  private Extent(long held, long rows, @Nullable RowSample sample) {
    this.held = held;
    this.rows = rows;
    this.sample = sample;
  }

  static Extent of(ReadTable table) {
    return new Extent(table.dataset().rows(), table.rows(), table.sample());
  }

  /** Returns the number of rows of the whole table. */
  long rows() {
    return rows;
  }

  /** Returns in how many rows something is that is in so many of those at hand. */
  long rows(long count) {
    return sample == null ? count : Math.round((double) count / held * rows);
  }

  /** Returns the number of a row in the whole table, from 0. */
  long number(int row) {
    return sample == null ? row : sample.numbers()[row];
  }

  /**
   * Returns how many different values there are, by the first-order jackknife: values that were
   * seen once tell of those that were not seen (Haas and Stokes, Estimating the number of classes
   * in a finite population, JASA 93, 1998).
   *
   * @param present rows at hand with a value
   * @param distinct different values among them
   * @param once values that stand in one of them
   */
  long distinct(long present, long distinct, long once) {
    if (sample == null || present == 0) {
      return distinct;
    }
    double unseen = (1 - (double) held / rows) * once / present;
    return Math.min(rows(present), Math.round(distinct / (1 - unseen)));
  }
}
