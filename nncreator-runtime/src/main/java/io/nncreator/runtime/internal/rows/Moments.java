// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.internal.rows;

import io.nncreator.api.data.DateStyle;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Points in time as seconds since 1970; values without a zone are taken as they stand. */
public final class Moments {
  private static final double NANOS = 1e-9;

  private Moments() {}

  /**
   * Reads a point in time.
   *
   * @param value a {@code java.time} value, a {@link Date} or a clean text
   * @param style how the column is written, or null for the year first
   */
  static OptionalDouble seconds(Object value, @Nullable DateStyle style) {
    if (value instanceof String text) {
      OptionalDouble own = style == null ? OptionalDouble.empty() : style.parse(text);
      return own.isPresent() ? own : DateStyle.YEAR_FIRST.parse(text);
    }
    Instant instant = instant(value);
    return instant == null
        ? OptionalDouble.empty()
        : OptionalDouble.of(instant.getEpochSecond() + instant.getNano() * NANOS);
  }

  /** Returns the text of a point in time, such as {@code 2026-01-31T09:05}. */
  public static String text(double seconds) {
    double whole = Math.floor(seconds);
    int nanos = (int) Math.min(Math.round((seconds - whole) * 1e6) * 1_000, 999_999_999);
    return LocalDateTime.ofEpochSecond((long) whole, nanos, ZoneOffset.UTC).toString();
  }

  private static @Nullable Instant instant(Object value) {
    if (value instanceof Instant instant) {
      return instant;
    }
    if (value instanceof LocalDate date) {
      return date.atStartOfDay().toInstant(ZoneOffset.UTC);
    }
    if (value instanceof LocalDateTime local) {
      return local.toInstant(ZoneOffset.UTC);
    }
    if (value instanceof OffsetDateTime offset) {
      return offset.toInstant();
    }
    if (value instanceof ZonedDateTime zoned) {
      return zoned.toInstant();
    }
    return value instanceof Date date ? Instant.ofEpochMilli(date.getTime()) : null;
  }
}
