// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.analysis.language;

import java.util.List;
import java.util.Optional;

/** Tells which different words are likely of one family, by their letters. */
public final class Kinship {
  private static final int LEAST_KIN = 5;
  private static final int SHORTEST_ABBREVIATION = 3;
  private static final int LONGEST_ABBREVIATION = 5;
  private static final int SHORTEST_ROOT = 4;
  private static final char CYRILLIC = '\u0400';
  private static final String VOWELS = "aeiouyаеиоуыэюя";

  /** Prefixes of Russian verbs, the longer before their beginnings. */
  private static final List<String> PREFIXES =
      List.of(
          "недо", "пере", "пред", "обо", "при", "про", "раз", "рас", "воз", "вос", "под", "над",
          "вы", "до", "за", "из", "ис", "на", "от", "по", "об", "вз", "вс", "со", "у", "о", "с");

  private Kinship() {}

  /** Returns whether two words begin alike: "пригласят" and "приглашён". */
  public static boolean beginAlike(Token one, Token other) {
    return one.word()
        && other.word()
        && one.stems().stream()
            .anyMatch(first -> other.stems().stream().anyMatch(second -> alike(first, second)));
  }

  /** Whether two stems begin with the same letters, but for a quarter of the longer one. */
  private static boolean alike(String one, String two) {
    int same = same(one, two);
    return same >= LEAST_KIN && same * 4 >= Math.max(one.length(), two.length()) * 3;
  }

  /** Returns whether two Russian words differ by their prefixes: "заплатит" and "оплачено". */
  public static boolean sameRoot(Token one, Token other) {
    return russian(one)
        && russian(other)
        && root(one)
            .flatMap(first -> root(other).filter(second -> sameRoot(first, second)))
            .isPresent();
  }

  private static boolean russian(Token word) {
    return word.word() && word.text().charAt(0) >= CYRILLIC;
  }

  private static boolean sameRoot(String one, String two) {
    int same = same(one, two);
    return same >= SHORTEST_ROOT && same + 2 >= Math.max(one.length(), two.length());
  }

  /** The stem of a Russian word without its prefix; empty if it has none. */
  private static Optional<String> root(Token word) {
    return word.stems().stream()
        .filter(stem -> !stem.isEmpty() && stem.charAt(0) >= CYRILLIC)
        .findFirst()
        .map(
            stem ->
                PREFIXES.stream()
                    .filter(stem::startsWith)
                    .filter(prefix -> stem.length() - prefix.length() >= SHORTEST_ROOT)
                    .findFirst()
                    .map(prefix -> stem.substring(prefix.length()))
                    .orElse(stem));
  }

  /**
   * Returns whether a word shortens a much longer one: its beginning, "temp" of "temperature", or
   * its consonants, "qlty" of "quality".
   */
  public static boolean abbreviates(Token brief, Token full) {
    String one = brief.text();
    String two = full.text();
    return brief.word()
        && full.word()
        && one.length() >= SHORTEST_ABBREVIATION
        && one.length() <= LONGEST_ABBREVIATION
        && two.length() >= one.length() + SHORTEST_ABBREVIATION - 1
        && ((two.startsWith(one) && two.length() > one.length() + 2) || consonants(one, two));
  }

  private static boolean consonants(String brief, String full) {
    if (brief.charAt(0) != full.charAt(0)
        || brief.chars().skip(1).anyMatch(c -> VOWELS.indexOf(c) >= 0 && c != 'y')) {
      return false;
    }
    int place = 0;
    for (int i = 0; i < brief.length(); i++) {
      place = full.indexOf(brief.charAt(i), place) + 1;
      if (place == 0) {
        return false;
      }
    }
    return brief.chars().allMatch(Character::isLetter);
  }

  private static int same(String one, String two) {
    int shortest = Math.min(one.length(), two.length());
    int same = 0;
    while (same < shortest && one.charAt(same) == two.charAt(same)) {
      same++;
    }
    return same;
  }
}
