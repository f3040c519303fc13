// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.analysis.language;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Cuts text into words and marks. Words end at spaces, underscores, hyphens and dots, between
 * letters and digits, and before the capitals of camelCase; each Chinese character is a word. So
 * {@code compressive_strength}, {@code compressiveStrength} and "compressive strength" are the same
 * two words. One pass over the text, without regular expressions.
 */
public final class Tokenizer {
  private static final String MARKS = ".,;:?!=()+\n";
  private static final String QUOTES = "\"`«»“”„‘’'";

  private final String text;
  private final String language;
  private final List<Token> tokens = new ArrayList<>();
  private int wordStart = -1;
  private boolean quoted;

  private Tokenizer(String text, String language) {
    this.text = text;
    this.language = language;
  }

  /**
   * Cuts a cleaned text.
   *
   * @param text cleaned by {@link CleanText}
   * @param language ISO 639-1 code of its language
   */
  public static List<Token> tokens(String text, String language) {
    Tokenizer tokenizer = new Tokenizer(text, language);
    tokenizer.cut();
    return List.copyOf(tokenizer.tokens);
  }

  private void cut() {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (letter(c) || Character.isDigit(c)) {
        if (wordStart >= 0 && boundary(i)) {
          endWord(i);
        }
        wordStart = wordStart < 0 ? i : wordStart;
      } else if (!(apostrophe(i) || Character.getType(c) == Character.NON_SPACING_MARK)) {
        endWord(i);
        divide(i, c);
      }
    }
    endWord(text.length());
  }

  private void divide(int i, char c) {
    if (QUOTES.indexOf(c) >= 0) {
      quoted = !quoted;
    } else if (c == '。' || c == '、') {
      mark(c == '。' ? "." : ",", i);
    } else if (c == '—' || c == '–' || (c == '-' && i > 0 && text.charAt(i - 1) == ' ')) {
      mark("-", i);
    } else if (MARKS.indexOf(c) >= 0 && !(c == '.' && (insideWord(i) || initial(i)))) {
      mark(String.valueOf(c), i);
    }
  }

  private boolean insideWord(int point) {
    return point + 1 < text.length() && Character.isLetterOrDigit(text.charAt(point + 1));
  }

  /** Whether a point ends an abbreviation of single letters: "i.e.". */
  private boolean initial(int point) {
    return point > 1
        && letter(text.charAt(point - 1))
        && text.charAt(point - 2) == '.'
        && point + 1 < text.length();
  }

  private void mark(String mark, int i) {
    if (!mark.equals("-") && !mark.equals(",")) {
      quoted = quoted && !mark.equals("\n");
    }
    tokens.add(new Token(mark, Set.of(), i, i + 1, false, false));
  }

  /** Whether a quote sign at {@code i} stands inside a word, as in "don't". */
  private boolean apostrophe(int i) {
    char c = text.charAt(i);
    return (c == '\'' || c == '’')
        && wordStart >= 0
        && i + 1 < text.length()
        && Character.isLetter(text.charAt(i + 1));
  }

  private boolean boundary(int i) {
    char before = text.charAt(i - 1);
    char here = text.charAt(i);
    if (!Character.isLetterOrDigit(before)) {
      return false;
    }
    boolean digitEdge = Character.isDigit(before) != Character.isDigit(here);
    boolean camel = Character.isLowerCase(before) && Character.isUpperCase(here);
    boolean acronymEnd =
        Character.isUpperCase(before)
            && Character.isUpperCase(here)
            && i + 1 < text.length()
            && Character.isLowerCase(text.charAt(i + 1));
    return digitEdge || camel || acronymEnd || han(before) || han(here);
  }

  private void endWord(int end) {
    if (wordStart < 0) {
      return;
    }
    String raw = text.substring(wordStart, end);
    String word = fold(raw);
    if (!word.isEmpty()) {
      Set<String> stems = Stems.of(word, language);
      String spelt = spelt(raw);
      if (!spelt.equals(raw)) {
        stems.addAll(Stems.of(fold(spelt), language));
      }
      tokens.add(new Token(word, stems, wordStart, end, true, quoted));
    }
    wordStart = -1;
  }

  /** German letters as names of columns spell them without their dots: "Groesse". */
  private static String spelt(String word) {
    return word.replace("ä", "ae")
        .replace("ö", "oe")
        .replace("ü", "ue")
        .replace("Ä", "Ae")
        .replace("Ö", "Oe")
        .replace("Ü", "Ue")
        .replace("ß", "ss");
  }

  private static String fold(String word) {
    String lower = word.toLowerCase(Locale.ROOT).replace('ё', 'е');
    StringBuilder folded = new StringBuilder();
    for (int i = 0; i < lower.length(); i++) {
      char c = lower.charAt(i);
      if (c > 127 && Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN) {
        char base = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD).charAt(0);
        folded.append(base);
      } else if (Character.isLetterOrDigit(c) || Character.isSurrogate(c)) {
        folded.append(c);
      }
    }
    return folded.toString();
  }

  private static boolean letter(char c) {
    return Character.isLetter(c) || Character.isSurrogate(c);
  }

  private static boolean han(char c) {
    return Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN;
  }
}
