// SPDX-License-Identifier: Apache-2.0
package io.nncreator.cli.text;

/** Text of foreign origin made safe to show on a terminal. */
public final class Display {
  private Display() {}

  /**
   * Replaces what could steer a terminal or turn the direction of writing (control characters,
   * escape sequences, bidirectional marks) by its visible {@code \}{@code uXXXX} form; line breaks
   * and tabs become blanks.
   */
  public static String safe(String text) {
    StringBuilder safe = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            point -> {
              if (point == '\n' || point == '\t' || point == '\r') {
                safe.append(' ');
              } else if (steers(point)) {
                safe.append(String.format("\\u%04x", point));
              } else {
                safe.appendCodePoint(point);
              }
            });
    return safe.toString();
  }

  /** As {@link #safe}, but keeps line breaks. */
  public static String safeLines(String text) {
    return String.join("\n", text.lines().map(Display::safe).toList());
  }

  private static boolean steers(int point) {
    int type = Character.getType(point);
    return type == Character.CONTROL
        || type == Character.FORMAT
        || type == Character.SURROGATE
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR;
  }
}
