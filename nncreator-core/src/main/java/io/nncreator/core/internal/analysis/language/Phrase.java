// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.analysis.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One entry of a vocabulary: words in a row, in any form. A word with a star stands for all words
 * that begin, end or go on so, by where the star is; {@code #} stands for any number, and {@code ~}
 * for up to three words of the same clause.
 */
final class Phrase {
  private static final int SHORTEST_MISSPELT = 5;

  /** Most letters that {@link #begin} returns. */
  static final int LONGEST_BEGIN = 4;

  /** Stems of one long word begin alike so far, those of short ones less: "отец", "отца". */
  private static final int LONG_BEGIN = 3;

  private static final int SHORT_BEGIN = 2;
  private static final int LONGEST_GAP = 3;
  private static final int SHORTEST_STEMMED = 4;
  private static final char CYRILLIC = '\u0400';
  private static final char HAN = '\u2E80';
  private static final int SHORTEST_BEGINNING = 7;

  private enum Form {
    WORD,
    BEGINNING,
    END,
    PART,
    NUMBER,
    GAP
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
      if (part.equals("~")) {
        words.add(new Token("~", Set.of(), 0, 0, false, false));
        forms.add(Form.GAP);
        continue;
      }
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
    int letters =
        switch (forms.get(0)) {
          case BEGINNING -> LONGEST_BEGIN;
          case WORD -> first.length() < SHORTEST_BEGINNING ? SHORT_BEGIN : LONG_BEGIN;
          default -> 0;
        };
    return first.substring(0, Math.min(letters, first.length()));
  }

  /** Returns whether its only word is near a misspelt one. */
  boolean nearly(String text, int most) {
    String word = words.get(0).text();
    if (words.size() > 1 || word.length() < SHORTEST_MISSPELT || text.charAt(0) != word.charAt(0)) {
      return false;
    }
    boolean beginning = forms.get(0) == Form.BEGINNING;
    if (beginning && (most > 1 || word.length() < SHORTEST_BEGINNING)) {
      return false;
    }
    String head =
        beginning && text.length() > word.length() ? text.substring(0, word.length()) : text;
    return (forms.get(0) == Form.WORD || forms.get(0) == Form.BEGINNING)
        && Math.abs(head.length() - word.length()) <= most
        && Spelling.distance(head, word) <= most;
  }

  /** Returns its word, if it is a single one without a star. */
  Optional<String> word() {
    return words.size() == 1 && forms.get(0) == Form.WORD
        ? Optional.of(words.get(0).text())
        : Optional.empty();
  }

  /** Returns whether it is a single word that, with or without its ending, is one of these. */
  boolean speltAs(Set<String> others) {
    return word().filter(others::contains).isPresent()
        || (word().isPresent() && words.get(0).stems().stream().anyMatch(others::contains));
  }

  List<Token> words() {
    return words;
  }

  /**
   * Returns where the entry ends that begins at a place of a text, or -1 if it does not stand
   * there.
   *
   * @param numbers words that are numbers
   */
  int end(List<Token> tokens, int place, Set<String> numbers) {
    return end(tokens, place, 0, numbers);
  }

  private int end(List<Token> tokens, int from, int word, Set<String> numbers) {
    int place = from;
    for (int i = word; i < words.size(); i++, place++) {
      if (forms.get(i) == Form.GAP) {
        return endBehindGap(tokens, place, i + 1, numbers);
      }
      if (i > 0 && place < tokens.size() && tokens.get(place).mark(",")) {
        place++; // Russian sets a comma before "as" and "that".
      }
      if (place >= tokens.size() || !fits(tokens.get(place), words.get(i), forms.get(i), numbers)) {
        return -1;
      }
    }
    return place;
  }

  private int endBehindGap(List<Token> tokens, int from, int word, Set<String> numbers) {
    for (int place = from; place <= from + LONGEST_GAP && place < tokens.size(); place++) {
      int end = end(tokens, place, word, numbers);
      if (end >= 0 || !tokens.get(place).word()) {
        return end;
      }
    }
    return -1;
  }

  private static boolean shortLatin(Token word) {
    return word.text().length() < SHORTEST_STEMMED && word.text().charAt(0) < CYRILLIC;
  }

  /** The stems of short words are the same in several languages: Spanish "nota" is no "not". */
  private static boolean shortWord(Token token, Token word) {
    return token.word()
        && (token.text().equals(word.text())
            || (word.text().length() > 1 && token.text().equals(word.text() + "s")));
  }

  /** A word of three letters shares its stem with many: "как" and "какой". */
  private static boolean shortened(Token one, Token other) {
    return one.text().length() < SHORTEST_STEMMED
        && other.text().length() > one.text().length() + 1
        && one.text().charAt(0) >= CYRILLIC
        && one.text().charAt(0) < HAN;
  }

  private static boolean fits(Token token, Token word, Form form, Set<String> numbers) {
    if (form == Form.NUMBER) {
      return token.word()
          && (Character.isDigit(token.text().charAt(0)) || numbers.contains(token.text()));
    }
    return switch (form) {
      case BEGINNING -> token.word() && token.text().startsWith(word.text());
      case END -> token.word() && token.text().endsWith(word.text());
      case PART -> token.word() && token.text().contains(word.text());
      default ->
          shortLatin(word)
              ? shortWord(token, word)
              : word.sameWord(token) && !(shortened(token, word) || shortened(word, token));
    };
  }
}
