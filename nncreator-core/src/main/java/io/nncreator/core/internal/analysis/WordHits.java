// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.analysis;

import io.nncreator.core.internal.analysis.language.Cognate;
import io.nncreator.core.internal.analysis.language.Token;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which core words of a column's name each word of the sentence may stand for, as bit sets. */
final class WordHits {
  private static final int MOST_WORDS = 62;

  private final long[] hits;
  private final int size;

  /**
   * Compares each word of the sentence with each core word.
   *
   * @param meanings what each word of the sentence may mean
   * @param sounds how each word of the sentence sounds
   */
  WordHits(ColumnName name, List<Token> tokens, List<Set<String>> meanings, List<Cognate> sounds) {
    size = name.core().size();
    hits = new long[tokens.size()];
    List<Cognate> borrowed = name.core().stream().map(Cognate::of).toList();
    Map<String, Long> known = new HashMap<>();
    for (int place = 0; place < hits.length && size <= MOST_WORDS; place++) {
      Token token = tokens.get(place);
      Set<String> meaning = meanings.get(place);
      Cognate sound = sounds.get(place);
      if (token.word()) {
        hits[place] =
            known.computeIfAbsent(
                token.text(), t -> compare(name, token, meaning) | borrowed(borrowed, sound));
      }
    }
  }

  private static long compare(ColumnName name, Token token, Set<String> meaning) {
    long bits = 0;
    for (int word = 0; word < name.core().size(); word++) {
      boolean same =
          name.core().get(word).sameWord(token)
              || name.meanings().get(word).stream().anyMatch(meaning::contains);
      bits |= same ? 1L << word : 0;
    }
    return bits;
  }

  /** Words of other languages that sound alike; those of one script have their own rules. */
  private static long borrowed(List<Cognate> name, Cognate said) {
    long bits = 0;
    for (int word = 0; word < name.size() && !said.forms().isEmpty(); word++) {
      boolean same = name.get(word).cyrillic() != said.cyrillic() && name.get(word).alike(said);
      bits |= same ? 1L << word : 0;
    }
    return bits;
  }

  /** Returns whether every core word stands somewhere. */
  boolean complete() {
    long all = 0;
    for (long hit : hits) {
      all |= hit;
    }
    return size <= MOST_WORDS && all == (1L << size) - 1;
  }

  /** Returns the first core word at a place that is not yet taken, or -1. */
  int at(int place, long taken) {
    long open = hits[place] & ~taken;
    return open == 0 ? -1 : Long.numberOfTrailingZeros(open);
  }

  /**
   * Returns the place after the last core word, if all stand within a window in any order, or -1.
   *
   * @param gap how many other words may stand between
   */
  int end(List<Token> tokens, int start, int gap) {
    long taken = 0;
    int limit = Math.min(start + size + gap, tokens.size());
    for (int place = start; place < limit && tokens.get(place).word(); place++) {
      int word = at(place, taken);
      if (word < 0 && place == start) {
        return -1;
      }
      taken |= word < 0 ? 0 : 1L << word;
      if (taken == (1L << size) - 1) {
        return place + 1;
      }
    }
    return -1;
  }
}
