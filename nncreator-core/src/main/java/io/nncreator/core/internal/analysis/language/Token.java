// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.analysis.language;

import java.util.Collections;
import java.util.Set;

/**
 * A word, or a mark that divides words.
 *
 * @param text in lower case, without accents on Latin letters
 * @param stems what is left without endings, one per language that the word may be of
 * @param start where it begins in the text
 * @param end where it ends in the text
 * @param word whether it is a word, else a mark
 * @param quoted whether it stands in quotes
 */
public record Token(
    String text, Set<String> stems, int start, int end, boolean word, boolean quoted) {
  private static final int LEAST_KIN = 5;
  private static final int SHORTEST_ABBREVIATION = 3;

  /** Copies the stems. */
  public Token {
    stems = Set.copyOf(stems);
  }

  /** Returns whether both are the same word in any form. */
  public boolean sameWord(Token other) {
    return word
        && other.word
        && (text.equals(other.text) || !Collections.disjoint(stems, other.stems));
  }

  /** Returns whether both words are likely of one family: "пригласят" and "приглашён". */
  public boolean kin(Token other) {
    return word
        && other.word
        && stems.stream().anyMatch(one -> other.stems.stream().anyMatch(two -> kin(one, two)));
  }

  /** Whether two stems begin with the same letters, but for a quarter of the longer one. */
  private static boolean kin(String one, String two) {
    int shortest = Math.min(one.length(), two.length());
    int same = 0;
    while (same < shortest && one.charAt(same) == two.charAt(same)) {
      same++;
    }
    return same >= LEAST_KIN && same * 4 >= Math.max(one.length(), two.length()) * 3;
  }

  /** Returns whether it is the beginning of a much longer word: "temp" of "temperature". */
  public boolean abbreviates(Token other) {
    return word
        && other.word
        && text.length() >= SHORTEST_ABBREVIATION
        && text.length() <= LEAST_KIN
        && other.text.length() >= text.length() + SHORTEST_ABBREVIATION
        && other.text.startsWith(text);
  }

  /** Returns whether it is this mark. */
  public boolean mark(String mark) {
    return !word && text.equals(mark);
  }

  /** Returns whether it is a mark that ends a sentence. */
  public boolean ending() {
    return !word && ".;?!\n".contains(text);
  }
}
