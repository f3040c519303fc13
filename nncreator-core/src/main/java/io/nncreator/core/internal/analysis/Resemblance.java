// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.analysis;

import io.nncreator.core.internal.analysis.language.Kinship;
import io.nncreator.core.internal.analysis.language.Spelling;
import io.nncreator.core.internal.analysis.language.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;

/**
 * Finds words that resemble the name of a column by their letters: of the same family, shortened,
 * misspelt, or with its letters as initials.
 */
final class Resemblance {
  private static final int SHORTEST_MISSPELT = 5;
  private static final int LONGEST_ACRONYM = 5;
  private static final int SHORTEST_ACRONYM = 2;

  private final Sentence sentence;
  private final List<Role> roles;
  private final List<Set<String>> meanings;

  /**
   * Creates a finder.
   *
   * @param meanings what each word of the sentence may mean
   */
  Resemblance(Sentence sentence, List<Role> roles, List<Set<String>> meanings) {
    this.sentence = sentence;
    this.roles = roles;
    this.meanings = meanings;
  }

  /** Returns whether a word points at no column: a filler, or one that tells what to do. */
  boolean silent(int place) {
    return sentence.tokenIs(place, "stop")
        || (sentence.tokenIs(place, "role.ask") && meanings.get(place).isEmpty());
  }

  /** Words that begin alike, abbreviations, and words of the same root. */
  List<Mention> kin(ColumnName name) {
    boolean only = name.core().size() == 1;
    List<Mention> close =
        words(
            name,
            only ? Likeness.KIN : Likeness.SOME_WORD,
            (word, said) -> Kinship.beginAlike(word, said) || abbreviates(word, said));
    return close.isEmpty()
        ? words(name, only ? Likeness.ROOT : Likeness.SOME_WORD, Kinship::sameRoot)
        : close;
  }

  /** A word of its own shortens none: "пол" is no "полный". */
  private boolean abbreviates(Token word, Token said) {
    return Kinship.abbreviates(word, said) && !sentence.lexicon().knows(word.text());
  }

  private List<Mention> words(
      ColumnName name, Likeness likeness, BiPredicate<Token, Token> related) {
    List<Mention> found = new ArrayList<>();
    List<Token> telling =
        IntStream.range(0, name.core().size())
            .filter(word -> !name.generic(word))
            .mapToObj(name.core()::get)
            .toList();
    for (int i = 0; i < sentence.tokens().size(); i++) {
      Token said = sentence.tokens().get(i);
      if (!silent(i) && telling.stream().anyMatch(word -> related.test(word, said))) {
        found.add(new Mention(name.index(), i, i + 1, likeness, roles.get(i)));
      }
    }
    return found;
  }

  /** "Length of stay" for {@code los}. */
  Optional<Mention> acronym(ColumnName name) {
    if (name.core().size() != 1) {
      return Optional.empty();
    }
    String letters = name.core().get(0).text();
    int size = letters.length();
    if (size < SHORTEST_ACRONYM || size > LONGEST_ACRONYM) {
      return Optional.empty();
    }
    return IntStream.rangeClosed(0, sentence.tokens().size() - size)
        .filter(start -> initials(letters, start))
        .mapToObj(
            start ->
                new Mention(
                    name.index(), start, start + size, Likeness.ALL_WORDS, roles.get(start)))
        .findFirst();
  }

  private boolean initials(String letters, int start) {
    for (int i = 0; i < letters.length(); i++) {
      Token token = sentence.tokens().get(start + i);
      boolean telling = letters.length() > SHORTEST_ACRONYM || !sentence.tokenIs(start + i, "stop");
      if (!token.word()
          || token.text().length() < 2
          || !telling
          || token.text().charAt(0) != letters.charAt(i)) {
        return false;
      }
    }
    return !sentence.tokenIs(start, "stop")
        && !sentence.tokenIs(start + letters.length() - 1, "stop");
  }

  /** Words that differ from the name by one letter. */
  List<Mention> misspelt(ColumnName name) {
    String wanted = name.glued();
    List<Mention> found = new ArrayList<>();
    for (int i = 0; i < sentence.tokens().size(); i++) {
      Token token = sentence.tokens().get(i);
      boolean candidate =
          token.word()
              && token.text().length() >= SHORTEST_MISSPELT
              && Math.abs(token.text().length() - wanted.length()) <= 1
              && token.text().charAt(0) == wanted.charAt(0)
              && !sentence.lexicon().knows(token.text());
      if (candidate && Spelling.distance(token.text(), wanted) == 1) {
        found.add(new Mention(name.index(), i, i + 1, Likeness.MISSPELT, roles.get(i)));
      }
    }
    return found;
  }
}
