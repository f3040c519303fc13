// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.analysis.language;

import java.lang.Character.UnicodeScript;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells the language of a sentence: the script first, then stop words and words of asking (after
 * Grefenstette 1995).
 */
final class LanguageDetector {
  /** A sentence may hold many English column names and still be Russian. */
  private static final double CYRILLIC_SHARE = 0.25;

  /** A Chinese character carries about as much as four letters. */
  private static final int HAN_WEIGHT = 4;

  private final List<Vocabulary> latin;
  private final List<Set<String>> typical;

  /**
   * Creates a detector.
   *
   * @param latin vocabularies of the languages in Latin letters, the default first
   */
  LanguageDetector(List<Vocabulary> latin) {
    this.latin = List.copyOf(latin);
    this.typical = latin.stream().map(LanguageDetector::typical).toList();
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
    long most = -1;
    for (int i = 0; i < latin.size(); i++) {
      Set<String> words = typical.get(i);
      long hits =
          Tokenizer.tokens(text, latin.get(i).language()).stream()
              .filter(token -> words.contains(token.text()))
              .count();
      if (hits > most) {
        most = hits;
        best = latin.get(i).language();
      }
    }
    return best;
  }

  /** The stop words and single words of asking of a language. */
  private static Set<String> typical(Vocabulary vocabulary) {
    return vocabulary.phrases().entrySet().stream()
        .filter(entry -> entry.getKey().equals("stop") || entry.getKey().startsWith("role."))
        .flatMap(entry -> entry.getValue().stream())
        .filter(phrase -> phrase.words().size() == 1)
        .map(phrase -> phrase.words().get(0).text())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static long count(String text, UnicodeScript script) {
    return text.codePoints().filter(point -> UnicodeScript.of(point) == script).count();
  }
}
