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

  /** Returns whether it is this mark. */
  public boolean mark(String mark) {
    return !word && text.equals(mark);
  }

  /** Returns whether it is a mark that ends a sentence. */
  public boolean ending() {
    return !word && ".;?!\n".contains(text);
  }
}
