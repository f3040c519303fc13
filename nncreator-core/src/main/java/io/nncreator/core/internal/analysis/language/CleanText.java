// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.analysis.language;

import java.text.Normalizer;

/**
 * Text from outside made harmless: one form for each letter (NFKC), nothing invisible, bounded.
 * Bidirectional controls, zero-width characters, escapes and private characters are dropped, as
 * they could make a reader see something other than what the program reads.
 */
public final class CleanText {
  private static final int LABEL_LIMIT = 40;

  private CleanText() {}

  /** Cleans a text and cuts it at a number of characters. White space becomes single spaces. */
  public static String of(String raw, int limit) {
    // NFKC may lengthen text up to eighteenfold, so what cannot stay is dropped before.
    String head = raw.length() > 2 * limit ? raw.substring(0, 2 * limit) : raw;
    String normal = Normalizer.normalize(head, Normalizer.Form.NFKC);
    StringBuilder clean = new StringBuilder();
    normal.codePoints().forEach(point -> append(clean, point));
    String text = clean.toString().strip();
    return text.length() > limit ? cut(text, limit).strip() : text;
  }

  /** Cleans a column name or a value for a message: one line of at most 40 characters. */
  public static String label(String raw) {
    String text = of(raw, LABEL_LIMIT + 1).replace('\n', ' ');
    return text.length() > LABEL_LIMIT ? cut(text, LABEL_LIMIT - 1).strip() + "…" : text;
  }

  private static String cut(String text, int limit) {
    int end = Character.isHighSurrogate(text.charAt(limit - 1)) ? limit - 1 : limit;
    return text.substring(0, end);
  }

  private static void append(StringBuilder clean, int point) {
    boolean spaceBefore =
        clean.length() == 0 || Character.isWhitespace(clean.charAt(clean.length() - 1));
    if (point == '\n') {
      if (spaceBefore && clean.length() > 0) {
        clean.setLength(clean.length() - 1);
      }
      clean.append('\n');
    } else if (Character.isWhitespace(point) || Character.isSpaceChar(point)) {
      if (!spaceBefore) {
        clean.append(' ');
      }
    } else if (visible(point)) {
      clean.appendCodePoint(point);
    }
  }

  private static boolean visible(int point) {
    int type = Character.getType(point);
    return type != Character.CONTROL
        && type != Character.FORMAT
        && type != Character.PRIVATE_USE
        && type != Character.SURROGATE
        && type != Character.UNASSIGNED;
  }
}
