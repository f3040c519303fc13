// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.profile;

import java.util.Locale;

/** A part of a whole in words. */
final class Share {
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

  /** Returns a number as people write it: no needless digits. */
  static String number(double value) {
    boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
    return whole ? Long.toString((long) value) : String.format(Locale.ROOT, "%.4g", value);
  }
}
