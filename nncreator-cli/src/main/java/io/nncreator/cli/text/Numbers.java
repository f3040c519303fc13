// SPDX-License-Identifier: Apache-2.0
package io.nncreator.cli.text;

import java.util.Locale;

/** Numbers as people read them. */
public final class Numbers {
  private static final int DIGITS = 4;

  private Numbers() {}

  /** Writes about four significant digits: {@code 0.9855}, {@code 12.34}, {@code 57995}. */
  public static String significant(double number) {
    if (Double.isNaN(number)) {
      return "not defined";
    }
    if (Double.isInfinite(number)) {
      return number > 0 ? "infinite" : "-infinite";
    }
    double size = Math.abs(number);
    if (size < 1e9 && number == Math.rint(number)) {
      return String.format(Locale.ROOT, "%d", Math.round(number));
    }
    if (size >= 1e9 || size < 1e-4) {
      return String.format(Locale.ROOT, "%." + (DIGITS - 1) + "e", number);
    }
    if (size >= 1000) {
      return String.format(Locale.ROOT, "%d", Math.round(number));
    }
    int decimals = DIGITS - 1 - (int) Math.floor(Math.log10(size));
    return String.format(Locale.ROOT, "%." + decimals + "f", number);
  }

  /** Writes a number of things with its noun: {@code 1 row}, {@code 1,234 rows}. */
  public static String count(long number, String noun) {
    return String.format(Locale.ROOT, "%,d %s%s", number, noun, number == 1 ? "" : "s");
  }

  /** Writes bytes in binary units. */
  public static String bytes(long bytes) {
    if (bytes < 1024) {
      return bytes + " B";
    }
    double kibibytes = bytes / 1024.0;
    if (kibibytes < 1024) {
      return String.format(Locale.ROOT, "%.0f KiB", kibibytes);
    }
    return kibibytes < 1024 * 1024
        ? String.format(Locale.ROOT, "%.1f MiB", kibibytes / 1024)
        : String.format(Locale.ROOT, "%.1f GiB", kibibytes / 1024 / 1024);
  }
}
