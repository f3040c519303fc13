// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.intake;

/**
 * Reads numbers straight from a buffer, by the rules and with the results of {@link
 * io.nncreator.api.data.CellText#number}, but without making a text of each cell.
 */
final class NumberScanner {
  /** Whole numbers with more digits than this are not exact as double, so they are codes. */
  static final int EXACT_DIGITS = 15;

  private static final double[] POWERS = new double[23];

  static {
    POWERS[0] = 1;
    for (int i = 1; i < POWERS.length; i++) {
      POWERS[i] = POWERS[i - 1] * 10;
    }
  }

  private boolean whole;
  private boolean code;

  /** Returns whether the last number had neither point nor exponent. */
  boolean whole() {
    return whole;
  }

  /** Returns whether the last number was whole and led by a zero, or has too many digits. */
  boolean code() {
    return code;
  }

  /** Returns the finite number that fills a part of a buffer, or NaN if there is none. */
  double scan(char[] text, int start, int end) {
    int at = start;
    boolean negative = at < end && text[at] == '-';
    if (negative || (at < end && text[at] == '+')) {
      at++;
    }
    int firstDigit = at;
    long mantissa = 0;
    int digits = 0;
    int scale = 0;
    boolean point = false;
    boolean exponent = false;
    for (; at < end; at++) {
      char symbol = text[at];
      if (symbol >= '0' && symbol <= '9') {
        mantissa = digits < 18 ? mantissa * 10 + symbol - '0' : mantissa;
        digits++;
        scale += point ? 1 : 0;
      } else if (symbol == '.' && !point) {
        point = true;
      } else if ((symbol == 'e' || symbol == 'E') && digits > 0) {
        exponent = true;
        break;
      } else {
        return Double.NaN;
      }
    }
    if (digits == 0 || (exponent && !exponent(text, at + 1, end))) {
      return Double.NaN;
    }
    whole = !point && !exponent;
    code = whole && digits > 1 && (text[firstDigit] == '0' || digits > EXACT_DIGITS);
    if (!exponent && digits <= EXACT_DIGITS) {
      // Both are exact, so one rounding gives the nearest double (Clinger 1990).
      double value = mantissa / POWERS[scale];
      return negative ? -value : value;
    }
    double value = Double.parseDouble(new String(text, start, end - start));
    return Double.isInfinite(value) ? Double.NaN : value;
  }

  private static boolean exponent(char[] text, int start, int end) {
    int at = start < end && (text[start] == '-' || text[start] == '+') ? start + 1 : start;
    if (at == end) {
      return false;
    }
    for (; at < end; at++) {
      if (text[at] < '0' || text[at] > '9') {
        return false;
      }
    }
    return true;
  }
}
