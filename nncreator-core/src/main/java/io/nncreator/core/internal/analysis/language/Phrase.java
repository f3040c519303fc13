// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.analysis.language;

import java.util.ArrayList;
import java.util.List;

/**
 * One entry of a vocabulary: words in a row, in any form. A word with a star stands for all words
 * that begin, end or go on so, by where the star is; {@code #} stands for any number.
 */
final class Phrase {
  private static final int SHORTEST_MISSPELT = 5;

  private enum Form {
    WORD,
    BEGINNING,
    END,
    PART,
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
      boolean before = part.length() > 1 && part.startsWith("*");
      String plain = number ? "0" : part.replace("*", "");
      List<Token> tokens = Tokenizer.tokens(plain, language);
      for (int i = 0; i < tokens.size(); i++) {
        boolean last = i == tokens.size() - 1;
        words.add(tokens.get(i));
        forms.add(number ? Form.NUMBER : last ? form(before, star) : Form.WORD);
      }
    }
    if (words.isEmpty()) {
      throw new IllegalStateException("The vocabulary entry (" + entry + ") has no word.");
    }
    return new Phrase(List.copyOf(words), List.copyOf(forms));
  }

  private static Form form(boolean before, boolean after) {
    return before ? (after ? Form.PART : Form.END) : after ? Form.BEGINNING : Form.WORD;
  }

  /** Returns the first letters that every match begins with; empty if any may. */
  String begin() {
    String first = words.get(0).text();
    return forms.get(0) != Form.WORD && forms.get(0) != Form.BEGINNING
        ? ""
        : first.substring(0, Math.min(2, first.length()));
  }

  /** Returns whether its only word is near a misspelt one. */
  boolean nearly(String text, int most) {
    String word = words.get(0).text();
    if (words.size() > 1 || word.length() < SHORTEST_MISSPELT || text.charAt(0) != word.charAt(0)) {
      return false;
    }
    boolean beginning = forms.get(0) == Form.BEGINNING;
    if (beginning && most > 1) {
      return false;
    }
    String head =
        beginning && text.length() > word.length() ? text.substring(0, word.length()) : text;
    return (forms.get(0) == Form.WORD || forms.get(0) == Form.BEGINNING)
        && Math.abs(head.length() - word.length()) <= most
        && Spelling.distance(head, word) <= most;
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
    return switch (form) {
      case BEGINNING -> token.word() && token.text().startsWith(word.text());
      case END -> token.word() && token.text().endsWith(word.text());
      case PART -> token.word() && token.text().contains(word.text());
      default -> word.sameWord(token);
    };
  }
}
