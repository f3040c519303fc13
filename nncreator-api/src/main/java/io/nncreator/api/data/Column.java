// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.data;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The cells of one column, one per row. The arrays are shared: treat them as frozen. */
public sealed interface Column {
  /** Returns the name as in the source. */
  String name();

  /** Returns the number of rows. */
  int size();

  /** Returns whether a row has no value. */
  boolean missing(int row);

  /** Returns the cells of chosen rows, in their order. */
  Column select(int[] rows);

  /** What the numbers of a {@link Numbers} column mean. */
  enum NumberType {
    /** Any real number. */
    REAL,
    /** Whole numbers. */
    INTEGER,
    /** 1 for true, 0 for false. */
    BOOLEAN,
    /** Seconds since 1970-01-01T00:00:00 (UTC, or local where the source names no zone). */
    TIMESTAMP
  }

  /**
   * A column of numbers, truth values or points in time; NaN = missing.
   *
   * @param type what the numbers mean
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Numbers(String name, NumberType type, double[] cells) implements Column {
    @Override
    public int size() {
      return cells.length;
    }

    @Override
    public boolean missing(int row) {
      return Double.isNaN(cells[row]);
    }

    @Override
    public Numbers select(int[] rows) {
      double[] chosen = new double[rows.length];
      for (int i = 0; i < rows.length; i++) {
        chosen[i] = cells[rows[i]];
      }
      return new Numbers(name, type, chosen);
    }
  }

  /** A column of texts; null = missing. */
  @SuppressWarnings("ArrayRecordComponent")
  record Texts(String name, @Nullable String[] cells) implements Column {
    /** Checks that nothing is null but cells. */
    public Texts {
      Objects.requireNonNull(name, "name");
    }

    @Override
    public int size() {
      return cells.length;
    }

    @Override
    public boolean missing(int row) {
      return cells[row] == null;
    }

    @Override
    public Texts select(int[] rows) {
      @Nullable String[] chosen = new @Nullable String[rows.length];
      for (int i = 0; i < rows.length; i++) {
        chosen[i] = cells[rows[i]];
      }
      return new Texts(name, chosen);
    }
  }
}
