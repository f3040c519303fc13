// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.analysis.language;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The words of a language that mean something to the analysis, by key. Keys are {@code stop},
 * {@code role.*}, {@code demand.*}, {@code concept.*}, {@code metric.*} and so on; the resource
 * files say which. Immutable.
 */
public final class Lexicon {
  private record Entry(String key, Phrase phrase) {}

  private final Map<String, List<Entry>> byBegin = new HashMap<>();
  private final Set<String> words = new HashSet<>();

  Lexicon(List<Vocabulary> vocabularies) {
    for (Vocabulary vocabulary : vocabularies) {
      vocabulary.phrases().forEach((key, phrases) -> phrases.forEach(each -> add(key, each)));
    }
  }

  private void add(String key, Phrase phrase) {
    byBegin.computeIfAbsent(phrase.begin(), begin -> new ArrayList<>()).add(new Entry(key, phrase));
    phrase.words().forEach(word -> words.add(word.text()));
  }

  /** Returns all that a text speaks of; inside one family the longer entry hides the shorter. */
  public List<Topic> topics(List<Token> tokens) {
    List<Topic> found = new ArrayList<>();
    for (int place = 0; place < tokens.size(); place++) {
      String text = tokens.get(place).text();
      for (int letters = 0; letters <= Math.min(2, text.length()); letters++) {
        for (Entry entry : byBegin.getOrDefault(text.substring(0, letters), List.of())) {
          if (entry.phrase().standsAt(tokens, place)) {
            found.add(new Topic(entry.key(), place, place + entry.phrase().length()));
          }
        }
      }
    }
    List<List<Topic>> covering = new ArrayList<>();
    tokens.forEach(token -> covering.add(new ArrayList<>()));
    List<Topic> different = found.stream().distinct().toList();
    for (Topic topic : different) {
      for (int place = topic.start(); place < topic.end(); place++) {
        covering.get(place).add(topic);
      }
    }
    return different.stream()
        .filter(topic -> !topic.shadowedBy(covering.get(topic.start())))
        .toList();
  }

  /** Returns whether any entry holds exactly this word. */
  public boolean knows(String word) {
    return words.contains(word);
  }
}
