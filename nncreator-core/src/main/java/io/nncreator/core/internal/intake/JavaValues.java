// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Puts Java objects into cells. */
final class JavaValues {
  private static final double NANOS = 1e9;

  private JavaValues() {}

  /** Adds a value; what is no number, truth value or point in time is taken by its text. */
  static void add(ValueCells cells, @Nullable Object value) {
    if (value == null) {
      cells.missing();
    } else if (value instanceof Optional<?> optional) {
      add(cells, optional.orElse(null));
    } else if (value instanceof Number number) {
      cells.number(number);
    } else if (value instanceof Boolean truth) {
      cells.truth(truth);
    } else if (value instanceof Year year) {
      cells.whole(year.getValue());
    } else if (value instanceof Enum<?> constant) {
      cells.text(constant.name());
    } else {
      @Nullable LocalDateTime time = time(value);
      if (time == null) {
        cells.text(value.toString());
      } else {
        cells.time(seconds(time));
      }
    }
  }

  static double seconds(LocalDateTime time) {
    return time.toEpochSecond(ZoneOffset.UTC) + time.getNano() / NANOS;
  }

  private static @Nullable LocalDateTime time(Object value) {
    if (value instanceof LocalDateTime time) {
      return time;
    }
    if (value instanceof LocalDate date) {
      return date.atStartOfDay();
    }
    if (value instanceof YearMonth month) {
      return month.atDay(1).atStartOfDay();
    }
    if (value instanceof java.sql.Timestamp timestamp) {
      return timestamp.toLocalDateTime();
    }
    if (value instanceof java.sql.Date date) {
      return date.toLocalDate().atStartOfDay();
    }
    @Nullable Instant instant = instant(value);
    return instant == null ? null : LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
  }

  private static @Nullable Instant instant(Object value) {
    if (value instanceof Instant instant) {
      return instant;
    }
    if (value instanceof OffsetDateTime time) {
      return time.toInstant();
    }
    if (value instanceof ZonedDateTime time) {
      return time.toInstant();
    }
    boolean timeOfDay = value instanceof java.sql.Time || value instanceof LocalTime;
    return value instanceof Date date && !timeOfDay ? date.toInstant() : null;
  }
}
