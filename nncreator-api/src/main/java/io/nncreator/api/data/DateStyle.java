// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.data;

import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * A way of writing points in time as text. In each style the day may be followed by a time ({@code
 * 9:05}, {@code 09:05:30.25}, {@code 9:05 PM}) and that by a zone ({@code Z}, {@code +03:00});
 * years have four digits.
 */
public enum DateStyle {
  /** {@code 2012-01-31}, {@code 2012/1/31}, or the month alone: {@code 2012-01}. */
  YEAR_FIRST,
  /** {@code 31.01.2012}, {@code 31/1/2012}, {@code 31-01-2012}. */
  DAY_FIRST,
  /** {@code 01/31/2012}, {@code 1-31-2012}, {@code 01.31.2012}. */
  MONTH_FIRST,
  /** {@code 31 Jan 2012}, {@code 31-January-2012}, {@code January 31, 2012}, {@code Jan 2012}. */
  MONTH_NAME;

  /** The least share of cells that must be readable in a style for a column to be of it. */
  public static final double LEAST_SHARE = 0.99;

  /** Cells after which a column with few dates is given up. */
  private static final int PATIENCE = 100;

  private static final int KNOWN = 1 << 12;

  /**
   * Reads a clean cell.
   *
   * @return seconds since 1970-01-01T00:00:00, in UTC where the cell names a zone and in local time
   *     where not; empty if the cell is not of this style or names no real day
   */
  public OptionalDouble parse(String cell) {
    return new DateScanner(cell).scan(this);
  }

  /**
   * Finds the style in which most cells of a column are readable, if they are at least {@link
   * #LEAST_SHARE} of the cells that are not missing. Days and months that could be either are told
   * by the other cells of the column; if all could be either, the month is first between slashes
   * and the day is first otherwise.
   *
   * @param cells clean cells; null = missing
   */
  public static Optional<DateStyle> detect(@Nullable String[] cells) {
    DateStyle[] styles = values();
    long[] readable = new long[styles.length];
    // Dates stand again and again, so what each cell can be is remembered for a while.
    @Nullable String[] known = new @Nullable String[KNOWN];
    int[] masks = new int[KNOWN];
    long present = 0;
    long slashes = 0;
    for (@Nullable String cell : cells) {
      if (cell == null) {
        continue;
      }
      present++;
      slashes += cell.indexOf('/') >= 0 ? 1 : 0;
      int slot = cell.hashCode() & (KNOWN - 1);
      if (!cell.equals(known[slot])) {
        known[slot] = cell;
        masks[slot] = mask(cell);
      }
      for (int i = 0; i < styles.length; i++) {
        readable[i] += masks[slot] >> i & 1;
      }
      if (present == PATIENCE && hopeless(readable, present)) {
        return Optional.empty();
      }
    }
    if (slashes * 2 > present && readable[MONTH_FIRST.ordinal()] == readable[DAY_FIRST.ordinal()]) {
      readable[DAY_FIRST.ordinal()] = 0;
    }
    DateStyle best = YEAR_FIRST;
    for (DateStyle style : styles) {
      if (readable[style.ordinal()] > readable[best.ordinal()]) {
        best = style;
      }
    }
    boolean found = present > 0 && readable[best.ordinal()] >= LEAST_SHARE * present;
    return found ? Optional.of(best) : Optional.empty();
  }

  /** Returns the styles in which a cell is readable, as bits. */
  private static int mask(String cell) {
    int mask = 0;
    for (DateStyle style : values()) {
      mask |= style.parse(cell).isPresent() ? 1 << style.ordinal() : 0;
    }
    return mask;
  }

  private static boolean hopeless(long[] readable, long present) {
    for (long count : readable) {
      if (count * 2 > present) {
        return false;
      }
    }
    return true;
  }
}
