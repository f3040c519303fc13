// SPDX-License-Identifier: Apache-2.0
package io.nncreator.cli.text;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Spans of time as people write them: {@code 90}, {@code 60s}, {@code 5m}, {@code 1h30m}. */
public final class Durations {
  private static final Pattern SHORT =
      Pattern.compile("(?:(\\d{1,6})h)?(?:(\\d{1,6})m)?(?:(\\d{1,6})s?)?");

  private Durations() {}

  /**
   * Reads a span of time; ISO 8601 ({@code PT1M}) is understood too, a bare number is seconds.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static Duration parse(String text) {
    String trimmed = text.strip().toLowerCase(Locale.ROOT);
    Matcher matcher = SHORT.matcher(trimmed);
    if (!trimmed.isEmpty() && matcher.matches()) {
      return Duration.ofHours(number(matcher.group(1)))
          .plusMinutes(number(matcher.group(2)))
          .plusSeconds(number(matcher.group(3)));
    }
    try {
      return Duration.parse(trimmed);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "The time (" + text + ") is not readable. Maybe write 60s, 5m, 1h30m or PT1M.", e);
    }
  }

  /** Writes a span of time in at most two units: {@code 0.4 s}, {@code 42 s}, {@code 2 min 5 s}. */
  public static String format(Duration duration) {
    double seconds = duration.toMillis() / 1000.0;
    if (seconds < 10) {
      return String.format(Locale.ROOT, "%.1f s", seconds);
    }
    long whole = Math.round(seconds);
    if (whole < 60) {
      return whole + " s";
    }
    if (whole < 3600) {
      return whole / 60 + " min" + (whole % 60 == 0 ? "" : " " + whole % 60 + " s");
    }
    long minutes = Math.round(whole / 60.0);
    return minutes / 60 + " h" + (minutes % 60 == 0 ? "" : " " + minutes % 60 + " min");
  }

  private static long number(@Nullable String digits) {
    return digits == null ? 0 : Long.parseLong(digits);
  }
}
