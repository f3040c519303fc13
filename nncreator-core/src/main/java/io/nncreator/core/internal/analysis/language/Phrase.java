// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.analysis.language;

import java.util.ArrayList;
import java.util.List;

/**
 * One entry of a vocabulary: words in a row, in any form. A word with a star stands for all words
 * that begin so; {@code #} stands for any number.
 */
final class Phrase {
  private enum Form {
    WORD,
    BEGINNING,
    NUMBER
  }

  private final List<Token> words;
  private final List<Form> forms;

  private Phrase(List<Token> words, List<Form> forms) {
    this.words = words;
    this.forms = forms;
  }

  /** Reads an entry such as {@code next # months} or {@code прочност*}. */
  static Phrase parse(String entry, String language) {
    List<Token> words = new ArrayList<>();
    List<Form> forms = new ArrayList<>();
    for (String part : entry.strip().split(" ")) {
      boolean number = part.equals("#");
      boolean star = part.endsWith("*");
      String plain = number ? "0" : star ? part.substring(0, part.length() - 1) : part;
      List<Token> tokens = Tokenizer.tokens(plain, language);
      for (int i = 0; i < tokens.size(); i++) {
        boolean last = i == tokens.size() - 1;
        words.add(tokens.get(i));
        forms.add(number ? Form.NUMBER : star && last ? Form.BEGINNING : Form.WORD);
      }
    }
    if (words.isEmpty()) {
      throw new IllegalStateException("The vocabulary entry (" + entry + ") has no word.");
    }
    return new Phrase(List.copyOf(words), List.copyOf(forms));
  }

  /** Returns the first letters that every match begins with; empty if any may. */
  String begin() {
    String first = words.get(0).text();
    return forms.get(0) == Form.NUMBER ? "" : first.substring(0, Math.min(2, first.length()));
  }

  int length() {
    return words.size();
  }

  List<Token> words() {
    return words;
  }

  /** Returns whether the entry stands at a place of a text. */
  boolean standsAt(List<Token> tokens, int place) {
    if (place + words.size() > tokens.size()) {
      return false;
    }
    for (int i = 0; i < words.size(); i++) {
      if (!fits(tokens.get(place + i), words.get(i), forms.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean fits(Token token, Token word, Form form) {
    if (form == Form.NUMBER) {
      return token.word() && Character.isDigit(token.text().charAt(0));
    }
    return form == Form.BEGINNING
        ? token.word() && token.text().startsWith(word.text())
        : word.sameWord(token);
  }
}
