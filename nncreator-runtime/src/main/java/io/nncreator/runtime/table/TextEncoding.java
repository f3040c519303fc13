// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.table;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Tells from the first bytes of a text how its characters are encoded. */
final class TextEncoding {
  private static final Charset WESTERN = Charset.forName("windows-1252");
  private static final Charset CYRILLIC = Charset.forName("windows-1251");

  private TextEncoding() {}

  /**
   * Returns the encoding if the bytes look like text, or null if they do not. UTF-8 is a guess that
   * only the whole file can confirm: see {@link #singleByte}.
   */
  static @Nullable Charset of(byte[] head) {
    if (SourceFile.starts(head, 0xFF, 0xFE)) {
      return StandardCharsets.UTF_16LE;
    }
    if (SourceFile.starts(head, 0xFE, 0xFF)) {
      return StandardCharsets.UTF_16BE;
    }
    int even = 0;
    int odd = 0;
    int control = 0;
    for (int i = 0; i < head.length; i++) {
      if (head[i] == 0) {
        even += (i & 1) == 0 ? 1 : 0;
        odd += i & 1;
      } else if (head[i] > 0 && head[i] < ' ' && head[i] != '\t' && !newline(head[i])) {
        control++;
      }
    }
    if (even == 0 && odd > head.length / 4) {
      return StandardCharsets.UTF_16LE;
    }
    if (odd == 0 && even > head.length / 4) {
      return StandardCharsets.UTF_16BE;
    }
    boolean binary = even + odd > 0 || control * 20 > head.length;
    return binary ? null : StandardCharsets.UTF_8;
  }

  /**
   * Returns the encoding of a text that is not UTF-8. Western letters with accents stand alone
   * among plain ones; Cyrillic letters stand side by side.
   */
  static Charset singleByte(byte[] head) {
    int high = 0;
    int inRuns = 0;
    for (int i = 0; i < head.length; i++) {
      if (head[i] < 0) {
        high++;
        boolean run = (i > 0 && head[i - 1] < 0) || (i + 1 < head.length && head[i + 1] < 0);
        inRuns += run ? 1 : 0;
      }
    }
    return inRuns * 2 > high ? CYRILLIC : WESTERN;
  }

  private static boolean newline(byte symbol) {
    return symbol == '\n' || symbol == '\r' || symbol == '\f';
  }
}
