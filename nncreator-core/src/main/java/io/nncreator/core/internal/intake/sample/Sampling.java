// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.intake.sample;

/**
 * How many rows of a large table are read.
 *
 * @param seed by which they are drawn
 * @param most rows of a table that is not too wide
 */
public record Sampling(long seed, int most) {
  /** Tables of no more rows are read whole, unless they are very wide. */
  public static final int USUAL = 1_000_000;

  /** Cells of a sample that are held with ease. */
  private static final long MOST_CELLS = 60_000_000;

  /** So many rows are read however wide they are. */
  private static final int LEAST = 10_000;

  /** Returns a sampling that reads the usual number of rows, or as many as are wanted. */
  public static Sampling of(long seed, int wanted) {
    return new Sampling(seed, Math.max(USUAL, wanted));
  }

  /** Returns the most rows that are read of a table with so many columns. */
  public int rows(int columns) {
    return (int) Math.min(most, Math.max(LEAST, MOST_CELLS / columns));
  }
}
