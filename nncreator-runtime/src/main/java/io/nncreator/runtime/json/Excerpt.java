// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.json;

/** Foreign text made fit for an error message: short, on one line, without control characters. */
public final class Excerpt {
  private static final int LONGEST = 60;

  private Excerpt() {}

  /** Returns the beginning of a text with control and format characters escaped. */
  public static String of(Object value) {
    String text = String.valueOf(value);
    StringBuilder shown = new StringBuilder();
    int end = text.offsetByCodePoints(0, Math.min(LONGEST, text.codePointCount(0, text.length())));
    text.substring(0, end).codePoints().forEach(point -> append(shown, point));
    return end < text.length() ? shown.append("..").toString() : shown.toString();
  }

  private static void append(StringBuilder shown, int point) {
    switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.UNASSIGNED ->
          shown.append(String.format("\\u%04x", point));
      default -> shown.appendCodePoint(point);
    }
  }
}
