// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.features;

import io.nncreator.api.data.Column;
import io.nncreator.runtime.pipeline.Encoding;
import io.nncreator.runtime.pipeline.Encoding.TextWords.Word;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds the words of a text column that may tell something: those that several rows share and not
 * nearly all of them have. Letter case and punctuation around a word make no other word of it.
 */
final class WordFitter {
  /** Words kept at most. */
  static final int MOST_WORDS = 64;

  /** Forms of one word kept at most. */
  static final int MOST_FORMS = 6;

  /** Longest word, in characters; longer ones are numbers, links or noise. */
  static final int LONGEST = 40;

  private static final int LEAST_ROWS = 5;
  private static final double LEAST_SHARE = 0.005;
  private static final double MOST_SHARE = 0.95;

  private WordFitter() {}

  /** In how many rows a word stands, and in which forms. */
  private static final class Use {
    private final Map<String, Integer> forms = new TreeMap<>();
    private int rows;
  }

  /** Returns the words, those of most rows first; null if there are none. */
  static Encoding.@Nullable TextWords fit(Column.Texts column) {
    Map<String, Use> uses = new HashMap<>();
    int present = 0;
    for (String cell : column.cells()) {
      if (cell != null) {
        present++;
        count(cell, uses);
      }
    }
    double least = Math.max(LEAST_ROWS, LEAST_SHARE * present);
    double most = MOST_SHARE * present;
    List<Word> words =
        uses.entrySet().stream()
            .filter(use -> use.getValue().rows >= least && use.getValue().rows <= most)
            .sorted(
                Comparator.comparingInt((Map.Entry<String, Use> use) -> -use.getValue().rows)
                    .thenComparing(Map.Entry::getKey))
            .limit(MOST_WORDS)
            .map(use -> new Word(use.getKey(), forms(use.getValue())))
            .toList();
    return words.isEmpty() ? null : new Encoding.TextWords(column.name(), words);
  }

  private static void count(String cell, Map<String, Use> uses) {
    Set<String> seen = new HashSet<>();
    for (String form : cell.split(" ", -1)) {
      String word = form.length() > LONGEST ? "" : bare(form).toLowerCase(Locale.ROOT);
      if (word.isEmpty()) {
        continue;
      }
      Use use = uses.computeIfAbsent(word, fresh -> new Use());
      use.forms.merge(form, 1, Integer::sum);
      if (seen.add(word)) {
        use.rows++;
      }
    }
  }

  /** Drops what is neither letter nor digit at both ends. */
  private static String bare(String form) {
    int start = 0;
    int end = form.length();
    while (start < end && !Character.isLetterOrDigit(form.codePointAt(start))) {
      start += Character.charCount(form.codePointAt(start));
    }
    while (start < end && !Character.isLetterOrDigit(form.codePointBefore(end))) {
      end -= Character.charCount(form.codePointBefore(end));
    }
    return form.substring(start, end);
  }

  private static List<String> forms(Use use) {
    List<Map.Entry<String, Integer>> forms = new ArrayList<>(use.forms.entrySet());
    forms.sort(
        Map.Entry.<String, Integer>comparingByValue()
            .reversed()
            .thenComparing(Map.Entry.comparingByKey()));
    return forms.stream().limit(MOST_FORMS).map(Map.Entry::getKey).toList();
  }
}
