// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.analysis.language;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tartarus.snowball.SnowballStemmer;
import org.tartarus.snowball.ext.englishStemmer;
import org.tartarus.snowball.ext.germanStemmer;
import org.tartarus.snowball.ext.russianStemmer;
import org.tartarus.snowball.ext.spanishStemmer;

/** Takes endings off words by the Snowball rules (Porter 2001). */
final class Stems {
  /** Shorter words in Latin letters look like words of other languages. */
  private static final int SHORTEST_TRANSLITERATED = 4;

  private static final int SHORT = 3;
  private static final int COUNTED = 4;
  private static final List<String> COUNTS =
      List.of("anzahl", "zahlen", "zahl", "menge", "mengen", "hohe", "dauer");
  private static final List<String> FLEETING = List.of("ок", "ек", "ец", "ень");
  private static final Set<String> NOUNS =
      Set.of("ом", "ов", "ам", "ах", "ами", "ой", "ою", "ей", "ям", "ях", "ями", "ый", "ая", "ое");

  private Stems() {}

  /**
   * Returns the stems of a word. The script tells the rules: Russian for Cyrillic, English for
   * Latin letters, and those of the sentence's language too.
   */
  static Set<String> of(String word, String language) {
    Set<String> stems = new LinkedHashSet<>();
    Character.UnicodeScript script = Character.UnicodeScript.of(word.codePointAt(0));
    if (script == Character.UnicodeScript.CYRILLIC) {
      String stem = russian(word);
      stems.add(stem);
      fleeting(word).ifPresent(stems::add);
      if (word.length() >= SHORTEST_TRANSLITERATED) {
        stems.add(Transliteration.latin(stem));
        stems.add(Transliteration.latin(word));
      }
    } else if (script == Character.UnicodeScript.LATIN) {
      stems.add(stem(new englishStemmer(), word));
      if (language.equals("de")) {
        stems.add(stem(new germanStemmer(), word));
        counted(word).ifPresent(stems::add);
      } else if (language.equals("es")) {
        stems.add(stem(new spanishStemmer(), word));
      }
    } else {
      stems.add(word);
    }
    return stems;
  }

  /** What a German compound counts: "Besucherzahl" is a number of "Besucher". */
  private static Optional<String> counted(String word) {
    return COUNTS.stream()
        .filter(count -> word.endsWith(count) && word.length() >= count.length() + COUNTED)
        .findFirst()
        .map(count -> stem(new germanStemmer(), word.substring(0, word.length() - count.length())));
  }

  /** The stem of other cases, which lose a vowel: "ребенок", "ребенка". */
  private static Optional<String> fleeting(String word) {
    boolean loses = FLEETING.stream().anyMatch(word::endsWith);
    int vowel = word.length() - 2;
    return loses && word.length() > SHORT + 1
        ? Optional.of(word.substring(0, vowel) + word.substring(vowel + 1))
        : Optional.empty();
  }

  /** A stem of three letters is common to many words, unless the ending is one of a noun. */
  private static String russian(String word) {
    String stem = stem(new russianStemmer(), word);
    String ending = word.substring(Math.min(stem.length(), word.length()));
    return stem.length() > SHORT || ending.length() < 2 || NOUNS.contains(ending) ? stem : word;
  }

  private static String stem(SnowballStemmer stemmer, String word) {
    stemmer.setCurrent(word);
    stemmer.stem();
    return stemmer.getCurrent();
  }
}
