// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.data;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one column holds. In a table with the finding {@link Finding.Kind#SAMPLED} the counts are
 * estimates for the whole table.
 *
 * @param name of the column
 * @param kind what it is to a learner
 * @param reason why this kind, in plain words
 * @param missing number of rows without a value
 * @param distinct number of different values
 * @param numbers distribution of a numeric column, or null
 * @param levels the most frequent values with their counts, most frequent first; empty for
 *     quantities
 * @param dateStyle how the points in time were written, or null if they were not text
 */
public record ColumnProfile(
    String name,
    ColumnKind kind,
    String reason,
    long missing,
    long distinct,
    @Nullable NumberSummary numbers,
    List<Level> levels,
    @Nullable DateStyle dateStyle) {
  /** Copies the levels. */
  public ColumnProfile {
    levels = List.copyOf(levels);
  }

  /** Creates the profile of a column that holds no points in time written as text. */
  public ColumnProfile(
      String name,
      ColumnKind kind,
      String reason,
      long missing,
      long distinct,
      @Nullable NumberSummary numbers,
      List<Level> levels) {
    this(name, kind, reason, missing, distinct, numbers, levels, null);
  }

  /**
   * One value and its number of rows.
   *
   * @param value as text
   * @param count rows
   */
  public record Level(String value, long count) {}

  /** The distribution of numbers, missing ones left out. */
  public record NumberSummary(
      double min,
      double quarter,
      double median,
      double threeQuarters,
      double max,
      double mean,
      double deviation,
      double skewness) {}
}
