// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.intake;

/** Foreign text made safe to stand in a message: one line, bounded, no direction marks. */
public final class Shown {
  private static final int LONGEST = 80;

  private Shown() {}

  /** Replaces control and format characters and cuts what is too long. */
  public static String of(String text) {
    StringBuilder shown = new StringBuilder();
    text.codePoints()
        .limit(LONGEST + 1L)
        .forEach(
            symbol -> {
              int type = Character.getType(symbol);
              boolean hidden =
                  type == Character.CONTROL
                      || type == Character.FORMAT
                      || type == Character.SURROGATE
                      || type == Character.LINE_SEPARATOR
                      || type == Character.PARAGRAPH_SEPARATOR;
              shown.appendCodePoint(hidden ? 0xFFFD : symbol);
            });
    if (shown.codePointCount(0, shown.length()) > LONGEST) {
      shown.setLength(shown.offsetByCodePoints(0, LONGEST));
      shown.append("..");
    }
    return shown.toString();
  }
}
