// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.profile;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** A part of a whole in words. */
final class Share {
  private static final MathContext DIGITS = new MathContext(4);
  private static final double MOST_PLAIN = 1e15;
  private static final double LEAST_PLAIN = 1e-5;

  private Share() {}

  /** Returns a text such as {@code 263 of 1309 (20 %)}. */
  static String of(long part, long whole) {
    return part + " of " + whole + " (" + percent(whole == 0 ? 0 : (double) part / whole) + ")";
  }

  /** Returns a text such as {@code 20 %} or {@code 0.5 %}. */
  static String percent(double share) {
    String form = share > 0 && share < 0.1 ? "%.1f %%" : "%.0f %%";
    return String.format(Locale.ROOT, form, share * 100);
  }

  /** Returns a number as people write it: at most four digits that matter, no needless zeros. */
  static String number(double value) {
    if (value == Math.rint(value) && Math.abs(value) < MOST_PLAIN) {
      return Long.toString((long) value);
    }
    BigDecimal rounded = new BigDecimal(value).round(DIGITS).stripTrailingZeros();
    double size = Math.abs(value);
    return size >= LEAST_PLAIN && size < MOST_PLAIN ? rounded.toPlainString() : rounded.toString();
  }
}
