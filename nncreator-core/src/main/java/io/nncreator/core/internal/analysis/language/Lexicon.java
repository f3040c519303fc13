// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.analysis.language;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The words of a language that mean something to the analysis, by key. Keys are {@code stop},
 * {@code role.*}, {@code demand.*}, {@code concept.*}, {@code metric.*} and so on; the resource
 * files say which. Immutable.
 */
public final class Lexicon {
  private static final String KIND = "kind.";

  /** Words of fewer letters have too many neighbours. */
  private static final int SHORTEST_MISSPELT = 6;

  private static final char CYRILLIC = '\u0400';

  /** From so many letters on two may be wrong. */
  private static final int LONG = 9;

  private record Entry(String key, Phrase phrase) {}

  private final Map<String, List<Entry>> byBegin = new TreeMap<>();
  private final Set<String> words = new HashSet<>();
  private final Set<String> numbers = new HashSet<>();
  private final Map<String, Set<String>> kinds = new HashMap<>();

  Lexicon(List<Vocabulary> vocabularies) {
    for (Vocabulary vocabulary : vocabularies) {
      vocabulary.phrases().forEach((key, phrases) -> phrases.forEach(each -> add(key, each)));
    }
  }

  private void add(String key, Phrase phrase) {
    if (key.startsWith(KIND)) {
      String name = phrase.words().stream().map(Token::text).collect(Collectors.joining("_"));
      kinds.computeIfAbsent(key.substring(KIND.length()), k -> new HashSet<>()).add(name);
      return;
    }
    byBegin.computeIfAbsent(phrase.begin(), begin -> new ArrayList<>()).add(new Entry(key, phrase));
    phrase.words().forEach(word -> words.add(word.text()));
    if (key.startsWith("count.")) {
      phrase.words().forEach(word -> numbers.add(word.text()));
    }
  }

  /** Returns all that a text speaks of; inside one family the longer entry hides the shorter. */
  public List<Topic> topics(List<Token> tokens) {
    List<Topic> found = new ArrayList<>();
    for (int place = 0; place < tokens.size(); place++) {
      String text = tokens.get(place).text();
      for (int letters = 0; letters <= Math.min(Phrase.LONGEST_BEGIN, text.length()); letters++) {
        for (Entry entry : byBegin.getOrDefault(text.substring(0, letters), List.of())) {
          int end = entry.phrase().end(tokens, place, numbers);
          if (end > place) {
            found.add(new Topic(entry.key(), place, end));
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

  /** Returns the names of the concepts of a kind, such as {@code event}. */
  public Set<String> kind(String name) {
    return kinds.getOrDefault(name, Set.of());
  }

  /** Returns the kinds that a concept or a unit is of. */
  public Set<String> kinds(String concept) {
    return kinds.entrySet().stream()
        .filter(entry -> entry.getValue().contains(concept))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  /** Returns the word that an unknown one was meant to be, if one differs by a letter or two. */
  public Optional<String> meant(String text) {
    boolean cyrillic = text.charAt(0) >= CYRILLIC;
    if (text.length() < SHORTEST_MISSPELT + (cyrillic ? 1 : 0)
        || !text.chars().allMatch(Character::isLetter)) {
      return Optional.empty();
    }
    int most = text.length() >= LONG ? 2 : 1;
    for (int letters = 1; letters <= most; letters++) {
      for (List<Entry> entries : byBegin.values()) {
        for (Entry entry : entries) {
          if (correctable(entry.key()) && entry.phrase().nearly(text, letters)) {
            return Optional.of(entry.phrase().words().get(0).text());
          }
        }
      }
    }
    return Optional.empty();
  }

  /** Rare words are not guessed: a wrong guess would change the kind of task. */
  private static boolean correctable(String key) {
    return key.startsWith("concept.") || key.startsWith("demand.") || key.equals("role.ask");
  }

  /** Returns whether any entry holds exactly this word. */
  public boolean knows(String word) {
    return words.contains(word);
  }
}
