// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.analysis.language;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells the language of a sentence: the script first, then stop words (as in Grefenstette 1995).
 */
final class LanguageDetector {
  /** A sentence may hold many English column names and still be Russian. */
  private static final double CYRILLIC_SHARE = 0.25;

  /** A Chinese character carries about as much as four letters. */
  private static final int HAN_WEIGHT = 4;

  private final List<Vocabulary> latin;

  /**
   * Creates a detector.
   *
   * @param latin vocabularies of the languages in Latin letters, the default first
   */
  LanguageDetector(List<Vocabulary> latin) {
    this.latin = List.copyOf(latin);
  }

  String detect(String text) {
    long cyrillic = count(text, UnicodeScript.CYRILLIC);
    long han = count(text, UnicodeScript.HAN) * HAN_WEIGHT;
    long all = cyrillic + han + count(text, UnicodeScript.LATIN);
    if (all > 0 && cyrillic >= CYRILLIC_SHARE * all && cyrillic >= han) {
      return "ru";
    }
    if (all > 0 && han >= CYRILLIC_SHARE * all) {
      return "zh";
    }
    return byStopWords(text);
  }

  private String byStopWords(String text) {
    String best = latin.get(0).language();
    int most = -1;
    for (Vocabulary vocabulary : latin) {
      List<Token> tokens = Tokenizer.tokens(text, vocabulary.language());
      int hits = 0;
      for (int i = 0; i < tokens.size(); i++) {
        hits += stop(vocabulary, tokens.get(i)) ? 1 : 0;
      }
      if (hits > most) {
        most = hits;
        best = vocabulary.language();
      }
    }
    return best;
  }

  private static boolean stop(Vocabulary vocabulary, Token token) {
    List<Phrase> stops = new ArrayList<>(vocabulary.phrases().getOrDefault("stop", List.of()));
    return stops.stream().anyMatch(phrase -> phrase.words().get(0).text().equals(token.text()));
  }

  private static long count(String text, UnicodeScript script) {
    return text.codePoints().filter(point -> UnicodeScript.of(point) == script).count();
  }
}
