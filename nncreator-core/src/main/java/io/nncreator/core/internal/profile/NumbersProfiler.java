// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.profile;

import io.nncreator.api.data.Column;
import io.nncreator.api.data.Column.NumberType;
import io.nncreator.api.data.ColumnKind;
import io.nncreator.api.data.ColumnProfile;
import io.nncreator.api.data.ColumnProfile.Level;
import io.nncreator.api.data.DateStyle;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Profiles a column of numbers, truth values or points in time. */
final class NumbersProfiler {
  private static final int FEW_VALUES = 20;

  private final Column.Numbers column;
  private final @Nullable DateStyle dateStyle;
  private final Distribution distribution;
  private final Extent extent;
  private final long present;
  private final long missing;
  private final long distinct;

  NumbersProfiler(Column.Numbers column, @Nullable DateStyle dateStyle, Extent extent) {
    this.column = column;
    this.dateStyle = dateStyle;
    this.distribution = Distribution.of(column.cells());
    this.extent = extent;
    this.present = extent.rows(distribution.size());
    this.missing = extent.rows(column.size() - distribution.size());
    this.distinct =
        extent.distinct(distribution.size(), distribution.distinct(), distribution.once());
  }

  ColumnProfile profile() {
    if (present == 0) {
      return of(ColumnKind.CONSTANT, "Every cell is missing.");
    }
    if (distinct == 1 && missing == 0) {
      return of(ColumnKind.CONSTANT, "Every cell is " + shown(distribution.min()) + ".");
    }
    return switch (column.type()) {
      case BOOLEAN -> of(ColumnKind.BOOLEAN, "All values are true or false.");
      case TIMESTAMP -> of(ColumnKind.DATE_TIME, times());
      case INTEGER -> whole();
      case REAL -> of(ColumnKind.NUMBER, "Numbers " + range() + ".");
    };
  }

  private ColumnProfile whole() {
    if (missing == 0 && counts()) {
      return of(
          ColumnKind.IDENTIFIER,
          "The values count the rows, from "
              + shown(column.cells()[0] - extent.number(0))
              + " on.");
    }
    boolean named = Naming.identifier(column.name());
    if (named && KindRules.unique(present, distinct)) {
      return of(
          ColumnKind.IDENTIFIER,
          "It is named like an identifier, and "
              + Share.of(distinct, present)
              + " whole numbers are different.");
    }
    if (KindRules.groups(column.name(), present, distinct)) {
      return of(
          ColumnKind.IDENTIFIER,
          "It is named like an identifier, and its "
              + distinct
              + " values stand "
              + Share.number((double) present / distinct)
              + " times on average: it names groups of rows.");
    }
    String few =
        distinct <= FEW_VALUES
            ? " They are taken as a quantity, because whole numbers mostly have an order; write"
                + " them as texts if they are only codes."
            : "";
    return of(ColumnKind.NUMBER, "Whole numbers " + range() + "." + few);
  }

  /** Returns whether the values go 0, 1, 2 or 1, 2, 3 from the first row to the last. */
  private boolean counts() {
    double[] cells = column.cells();
    double first = cells[0] - extent.number(0);
    boolean counts = cells.length >= KindRules.LEAST_ROWS && (first == 0 || first == 1);
    for (int row = 1; counts && row < cells.length; row++) {
      counts = cells[row] == first + extent.number(row);
    }
    return counts;
  }

  private String range() {
    return "from "
        + Share.number(distribution.min())
        + " to "
        + Share.number(distribution.max())
        + ", "
        + distinct
        + " of them different";
  }

  private String times() {
    String written = dateStyle == null ? "" : ", written " + words(dateStyle);
    return "Points in time from "
        + shown(distribution.min())
        + " to "
        + shown(distribution.max())
        + written
        + ".";
  }

  private static String words(DateStyle style) {
    return switch (style) {
      case YEAR_FIRST -> "with the year first";
      case DAY_FIRST -> "with the day first";
      case MONTH_FIRST -> "with the month first";
      case MONTH_NAME -> "with the name of the month";
    };
  }

  private String shown(double value) {
    return switch (column.type()) {
      case REAL, INTEGER -> Share.number(value);
      case BOOLEAN -> value == 0 ? "false" : "true";
      case TIMESTAMP ->
          LocalDateTime.ofEpochSecond((long) Math.floor(value), 0, ZoneOffset.UTC).toString();
    };
  }

  private ColumnProfile of(ColumnKind kind, String reason) {
    boolean known = distribution.size() > 0;
    return new ColumnProfile(
        column.name(),
        kind,
        reason,
        missing,
        distinct,
        known ? distribution.summary() : null,
        column.type() == NumberType.BOOLEAN ? truths() : List.of(),
        dateStyle);
  }

  private List<Level> truths() {
    long truths = 0;
    for (double cell : column.cells()) {
      truths += cell == 1 ? 1 : 0;
    }
    return Stream.of(
            new Level("true", extent.rows(truths)),
            new Level("false", extent.rows(distribution.size() - truths)))
        .filter(level -> level.count() > 0)
        .sorted(Comparator.comparingLong(Level::count).reversed())
        .toList();
  }
}
