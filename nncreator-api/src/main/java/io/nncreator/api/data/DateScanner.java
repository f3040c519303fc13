// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.data;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** Reads one cell as a point in time, from left to right. */
final class DateScanner {
  private static final List<String> MONTHS =
      List.of(
          "january",
          "february",
          "march",
          "april",
          "may",
          "june",
          "july",
          "august",
          "september",
          "october",
          "november",
          "december");
  private static final int NONE = -1;
  private static final int SECONDS_PER_DAY = 86_400;

  private final String cell;
  private int at;

  DateScanner(String cell) {
    this.cell = cell;
  }

  OptionalDouble scan(DateStyle style) {
    if (cell.length() < 6 || cell.length() > 40) {
      return OptionalDouble.empty();
    }
    return switch (style) {
      case YEAR_FIRST -> yearFirst();
      case DAY_FIRST -> numeric(true);
      case MONTH_FIRST -> numeric(false);
      case MONTH_NAME -> monthName();
    };
  }

  private OptionalDouble yearFirst() {
    int year = number(4, 4);
    char separator = separator("-/.");
    int month = number(1, 2);
    if (year == NONE || separator == 0 || month == NONE) {
      return OptionalDouble.empty();
    }
    if (at == cell.length()) {
      return separator == '-' && cell.length() == 7 ? at(year, month, 1) : OptionalDouble.empty();
    }
    return separator(String.valueOf(separator)) == 0
        ? OptionalDouble.empty()
        : at(year, month, number(1, 2));
  }

  private OptionalDouble numeric(boolean dayFirst) {
    int first = number(1, 2);
    char separator = separator("./-");
    int second = number(1, 2);
    if (first == NONE || separator == 0 || second == NONE) {
      return OptionalDouble.empty();
    }
    if (separator(String.valueOf(separator)) == 0) {
      return OptionalDouble.empty();
    }
    int year = number(4, 4);
    return dayFirst ? at(year, second, first) : at(year, first, second);
  }

  private OptionalDouble monthName() {
    int day = number(1, 2);
    if (day != NONE) {
      separator(" -.");
      int month = month();
      separator(" -,.");
      return at(number(4, 4), month, day);
    }
    int month = month();
    separator(" -.");
    int start = at;
    day = number(1, 2);
    boolean alone = day == NONE || (at < cell.length() && digit(cell.charAt(at)));
    if (alone) {
      at = start;
      return at(number(4, 4), month, 1);
    }
    separator(",");
    separator(" ");
    return at(number(4, 4), month, day);
  }

  /** Checks the day, reads what follows it, and counts the seconds. */
  private OptionalDouble at(int year, int month, int day) {
    if (year < 1000
        || month < 1
        || month > 12
        || day < 1
        || day > YearMonth.of(year, month).lengthOfMonth()) {
      return OptionalDouble.empty();
    }
    double seconds = (double) LocalDate.of(year, month, day).toEpochDay() * SECONDS_PER_DAY;
    if (at == cell.length()) {
      return OptionalDouble.of(seconds);
    }
    if (separator("T ,") == 0) {
      return OptionalDouble.empty();
    }
    separator(" ");
    double time = time();
    double zone = Double.isNaN(time) ? Double.NaN : zone();
    return Double.isNaN(zone) || at != cell.length()
        ? OptionalDouble.empty()
        : OptionalDouble.of(seconds + time - zone);
  }

  private double time() {
    int hour = number(1, 2);
    if (hour == NONE || separator(":") == 0) {
      return Double.NaN;
    }
    int minute = number(2, 2);
    double second = 0;
    if (separator(":") != 0) {
      second = second();
    }
    int shift = halfOfDay(hour);
    boolean legal = hour <= 23 && minute >= 0 && minute <= 59 && second < 61 && shift != NONE;
    return legal ? (hour + shift) * 3600.0 + minute * 60.0 + second : Double.NaN;
  }

  private double second() {
    int start = at;
    int whole = number(2, 2);
    if (whole == NONE) {
      return Double.NaN;
    }
    if (separator(".,") != 0) {
      number(1, 9);
    }
    return Double.parseDouble(cell.substring(start, at).replace(',', '.'));
  }

  /** Returns the hours that AM or PM adds, 0 without them, NONE if they do not suit the hour. */
  private int halfOfDay(int hour) {
    int start = at;
    separator(" ");
    String rest = cell.substring(at).toUpperCase(Locale.ROOT);
    boolean morning = rest.startsWith("AM");
    if (!morning && !rest.startsWith("PM")) {
      at = start;
      return 0;
    }
    at += 2;
    if (hour < 1 || hour > 12) {
      return NONE;
    }
    int twelve = hour == 12 ? -12 : 0;
    return morning ? twelve : twelve + 12;
  }

  /** Returns the seconds by which the zone is ahead of UTC; 0 without one; NaN if malformed. */
  private double zone() {
    int start = at;
    separator(" ");
    if (separator("Zz") != 0) {
      return 0;
    }
    char sign = separator("+-");
    if (sign == 0) {
      at = start;
      return 0;
    }
    int hours = number(2, 2);
    separator(":");
    int minutes = at < cell.length() ? number(2, 2) : 0;
    if (hours == NONE || hours > 18 || minutes == NONE || minutes > 59) {
      return Double.NaN;
    }
    return (sign == '-' ? -1 : 1) * (hours * 3600.0 + minutes * 60.0);
  }

  private int month() {
    int start = at;
    while (at < cell.length() && Character.isLetter(cell.charAt(at))) {
      at++;
    }
    String word = cell.substring(start, at).toLowerCase(Locale.ROOT);
    if (word.length() < 3) {
      return NONE;
    }
    for (int month = 0; month < MONTHS.size(); month++) {
      String full = MONTHS.get(month);
      boolean abbreviated = word.length() == 3 || word.equals("sept");
      if (word.equals(full) || (abbreviated && full.startsWith(word))) {
        return month + 1;
      }
    }
    return NONE;
  }

  private int number(int least, int most) {
    int start = at;
    int value = 0;
    while (at < cell.length() && at - start < most && digit(cell.charAt(at))) {
      value = value * 10 + cell.charAt(at++) - '0';
    }
    if (at - start < least) {
      at = start;
      return NONE;
    }
    return value;
  }

  /** Takes one character if it is one of these; returns it, or 0. */
  private char separator(String candidates) {
    if (at < cell.length() && candidates.indexOf(cell.charAt(at)) >= 0) {
      return cell.charAt(at++);
    }
    return 0;
  }

  private static boolean digit(char symbol) {
    return symbol >= '0' && symbol <= '9';
  }
}
