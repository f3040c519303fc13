// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.analysis.language;

import java.util.Set;
import java.util.stream.Collectors;

/**
 * The sound of a word in plain letters, by which borrowed words are found in other languages:
 * "литология" and {@code lithology}, "Qualität" and {@code quality}.
 *
 * @param forms its stems so spelt
 * @param cyrillic whether the word is written in Cyrillic letters
 */
public record Cognate(Set<String> forms, boolean cyrillic) {
  /** Shorter words are alike by chance. */
  private static final int SHORTEST = 5;

  private static final int LONG = 8;
  private static final int LONGER = 11;
  private static final char LATIN_END = '\u0250';

  /** Returns the sound of a word; none for marks, numbers and short words. */
  public static Cognate of(Token word) {
    boolean letters = word.word() && word.text().chars().allMatch(Character::isLetter);
    boolean cyrillic =
        letters
            && Character.UnicodeScript.of(word.text().codePointAt(0))
                == Character.UnicodeScript.CYRILLIC;
    Set<String> forms =
        !letters
            ? Set.of()
            : word.stems().stream()
                .map(stem -> cyrillic ? Transliteration.latin(stem) : stem)
                .filter(stem -> stem.chars().allMatch(c -> c < LATIN_END))
                .map(Cognate::plain)
                .filter(form -> form.length() >= SHORTEST)
                .collect(Collectors.toUnmodifiableSet());
    return new Cognate(forms, cyrillic);
  }

  /** Returns whether both likely come from one word. */
  public boolean alike(Cognate other) {
    return forms.stream().anyMatch(one -> other.forms.stream().anyMatch(two -> alike(one, two)));
  }

  private static boolean alike(String one, String two) {
    int longest = Math.max(one.length(), two.length());
    int shortest = Math.min(one.length(), two.length());
    if (one.charAt(0) != two.charAt(0) || longest - shortest > 2) {
      return false;
    }
    if (one.startsWith(two) || two.startsWith(one)) {
      return true;
    }
    int most = longest >= LONGER ? 3 : longest >= LONG ? 2 : longest > SHORTEST ? 1 : 0;
    return one.substring(0, 3).equals(two.substring(0, 3)) && Spelling.distance(one, two) <= most;
  }

  /** One letter for each sound that languages spell differently. */
  private static String plain(String stem) {
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < stem.length(); i++) {
      String sound = sound(stem, i);
      if (!sound.isEmpty() && !doubled(plain, sound)) {
        plain.append(sound);
      }
    }
    return plain.toString();
  }

  private static boolean doubled(StringBuilder plain, String sound) {
    return plain.length() > 0
        && sound.length() == 1
        && plain.charAt(plain.length() - 1) == sound.charAt(0);
  }

  private static String sound(String stem, int place) {
    char c = stem.charAt(place);
    char next = place + 1 < stem.length() ? stem.charAt(place + 1) : ' ';
    return switch (c) {
      case 'c' -> "eiy".indexOf(next) >= 0 ? "s" : "k";
      case 'h' -> "";
      case 'p' -> next == 'h' ? "f" : "p";
      case 'q' -> "k";
      case 'w', 'u' -> next == 'a' || c == 'w' ? "v" : "u";
      case 'x' -> "ks";
      case 'y', 'j' -> "i";
      case 'z' -> "s";
      default -> String.valueOf(c);
    };
  }
}
