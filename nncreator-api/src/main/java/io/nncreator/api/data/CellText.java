// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.data;

import static java.nio.charset.StandardCharsets.UTF_16BE;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The meaning of a cell that is written as text. Training and serving go by the same rules, so a
 * cell means to a network in use what it meant when the network learnt.
 */
public final class CellText {
  /** Texts that mean "no value", compared exactly after blanks around them are gone. */
  public static final Set<String> MISSING =
      Collections.unmodifiableSet(
          new LinkedHashSet<>(List.of("", "NA", "N/A", "NaN", "nan", "null", "NULL", "?")));

  /** Characters that are cut off at both ends of a cell. */
  public static final String BLANKS = " \t\r\n\u00A0\uFEFF";

  private CellText() {}

  /** Cuts blanks off both ends. */
  public static String trim(String cell) {
    int start = 0;
    int end = cell.length();
    while (start < end && BLANKS.indexOf(cell.charAt(start)) >= 0) {
      start++;
    }
    while (start < end && BLANKS.indexOf(cell.charAt(end - 1)) >= 0) {
      end--;
    }
    return cell.substring(start, end);
  }

  /**
   * Cuts blanks off both ends and turns a {@linkplain #MISSING missing token} into null. Halves of
   * surrogate pairs, which no file can hold, become replacement characters.
   */
  public static @Nullable String clean(@Nullable String cell) {
    if (cell == null) {
      return null;
    }
    String trimmed = trim(cell);
    return MISSING.contains(trimmed) ? null : wellFormed(trimmed);
  }

  private static String wellFormed(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        return new String(text.getBytes(UTF_16BE), UTF_16BE);
      }
    }
    return text;
  }

  /**
   * Reads a clean cell as a finite decimal number: {@code -1}, {@code .5}, {@code 2.}, {@code 1e5}.
   * Empty for all else: hexadecimals, infinities, thousands separators, decimal commas, units.
   */
  public static OptionalDouble number(String cell) {
    if (!decimal(cell)) {
      return OptionalDouble.empty();
    }
    double value = Double.parseDouble(cell);
    return Double.isInfinite(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  /** Reads a clean cell as a truth value: 1 for true, 0 for false, in any case; else empty. */
  public static OptionalDouble truth(String cell) {
    if (cell.equalsIgnoreCase("true")) {
      return OptionalDouble.of(1);
    }
    return cell.equalsIgnoreCase("false") ? OptionalDouble.of(0) : OptionalDouble.empty();
  }

  /** Says whether a cell is of the form {@code [+-]? (d+ .? d* | . d+) ([eE] [+-]? d+)?}. */
  private static boolean decimal(String cell) {
    int at = afterSign(cell, 0);
    int whole = afterDigits(cell, at);
    int digits = whole - at;
    at = whole;
    if (at < cell.length() && cell.charAt(at) == '.') {
      int fraction = afterDigits(cell, at + 1);
      digits += fraction - at - 1;
      at = fraction;
    }
    if (digits == 0) {
      return false;
    }
    if (at < cell.length() && (cell.charAt(at) == 'e' || cell.charAt(at) == 'E')) {
      int exponent = afterSign(cell, at + 1);
      at = afterDigits(cell, exponent);
      return at > exponent && at == cell.length();
    }
    return at == cell.length();
  }

  private static int afterSign(String cell, int at) {
    boolean sign = at < cell.length() && (cell.charAt(at) == '-' || cell.charAt(at) == '+');
    return sign ? at + 1 : at;
  }

  private static int afterDigits(String cell, int at) {
    int end = at;
    while (end < cell.length() && cell.charAt(end) >= '0' && cell.charAt(end) <= '9') {
      end++;
    }
    return end;
  }
}
