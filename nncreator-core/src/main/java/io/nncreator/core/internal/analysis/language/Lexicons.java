// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.analysis.language;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The lexicons of all languages. English, Russian and Chinese are in each of them: their scripts
 * cannot be mixed up, and column names are often English whatever the sentence is. Immutable.
 */
public final class Lexicons {
  private static final List<String> ALWAYS = List.of("en", "ru", "zh");
  private static final List<String> MORE = List.of("de", "es");

  private final Map<String, Lexicon> byLanguage = new HashMap<>();
  private final LanguageDetector detector;

  private Lexicons() {
    List<Vocabulary> always = ALWAYS.stream().map(Vocabulary::read).toList();
    List<Vocabulary> more = MORE.stream().map(Vocabulary::read).toList();
    Lexicon base = new Lexicon(always);
    ALWAYS.forEach(language -> byLanguage.put(language, base));
    for (Vocabulary extra : more) {
      Stream<Vocabulary> others = always.stream().map(each -> each.beside(extra));
      List<Vocabulary> both = Stream.concat(others, Stream.of(extra)).toList();
      byLanguage.put(extra.language(), new Lexicon(both));
    }
    detector =
        new LanguageDetector(
            Stream.concat(always.stream(), more.stream())
                .filter(vocabulary -> !vocabulary.language().matches("ru|zh"))
                .toList());
  }

  /** Reads all vocabularies. */
  public static Lexicons load() {
    return new Lexicons();
  }

  /** Tells the language of a cleaned text; English when nothing speaks for another one. */
  public String language(String text) {
    return detector.detect(text);
  }

  /** Returns the words of a language that {@link #language} returned. */
  public Lexicon of(String language) {
    Lexicon lexicon = byLanguage.get(language);
    if (lexicon == null) {
      throw new IllegalArgumentException("The language (" + language + ") has no vocabulary.");
    }
    return lexicon;
  }
}
