// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.analysis.language;

/** Writes Russian words in Latin letters, as names of columns often are: {@code summa_dolga}. */
final class Transliteration {
  private static final String RUSSIAN = "абвгдезийклмнопрстуфхцыэ";
  private static final String[] LATIN = {
    "a", "b", "v", "g", "d", "e", "z", "i", "y", "k", "l", "m", "n", "o", "p", "r", "s", "t", "u",
    "f", "h", "c", "y", "e"
  };

  private Transliteration() {}

  /** Returns the word in the most usual Latin letters. */
  static String latin(String word) {
    StringBuilder latin = new StringBuilder();
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      int place = RUSSIAN.indexOf(c);
      latin.append(place >= 0 ? LATIN[place] : several(c));
    }
    return latin.toString();
  }

  private static String several(char c) {
    return switch (c) {
      case 'ж' -> "zh";
      case 'ч' -> "ch";
      case 'ш' -> "sh";
      case 'щ' -> "sch";
      case 'ю' -> "yu";
      case 'я' -> "ya";
      case 'ъ', 'ь' -> "";
      default -> String.valueOf(c);
    };
  }
}
