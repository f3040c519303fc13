// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.analysis;

import io.nncreator.core.internal.analysis.language.CleanText;
import io.nncreator.core.internal.analysis.language.Lexicon;
import io.nncreator.core.internal.analysis.language.Token;
import io.nncreator.core.internal.analysis.language.Tokenizer;
import io.nncreator.core.internal.analysis.language.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A column's name, cut into words.
 *
 * @param index of the column
 * @param words all words
 * @param core words without units and fillers, or all if nothing else is left
 * @param meanings what each core word may mean
 * @param wholeMeanings what the core as a whole may mean
 * @param topics what the vocabulary says of the words
 * @param lexicon the vocabulary
 */
record ColumnName(
    int index,
    List<Token> words,
    List<Token> core,
    List<Set<String>> meanings,
    Set<String> wholeMeanings,
    List<Topic> topics,
    Lexicon lexicon) {
  private static final int LIMIT = 200;

  static ColumnName read(int index, String name, Sentence sentence) {
    Lexicon lexicon = sentence.lexicon();
    List<Token> words =
        Tokenizer.tokens(CleanText.of(name, LIMIT), sentence.language()).stream()
            .filter(Token::word)
            .flatMap(word -> GluedWord.split(word, lexicon, sentence.language()).stream())
            .toList();
    List<Topic> topics = lexicon.topics(words);
    List<Token> core = new ArrayList<>();
    List<Set<String>> meanings = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      int place = i;
      boolean filler = single(topics, "unit", i) || single(topics, "noise", i);
      if (words.size() == 1 || !filler) {
        core.add(words.get(i));
        meanings.add(concepts(topics, t -> t.start() == place && t.end() == place + 1));
      }
    }
    // A unit may be all there is of a name: "S_pct" for sulphur.
    if (core.isEmpty()) {
      for (int i = 0; i < words.size(); i++) {
        int place = i;
        Set<String> meaning = concepts(topics, t -> t.start() == place && t.end() == place + 1);
        if (!meaning.isEmpty()) {
          core.add(words.get(i));
          meanings.add(meaning);
        }
      }
    }
    if (core.isEmpty()) {
      core = words;
      words.forEach(word -> meanings.add(Set.of()));
    }
    List<Topic> coreTopics = lexicon.topics(core);
    int size = core.size();
    Set<String> whole = concepts(coreTopics, t -> t.start() == 0 && t.end() == size);
    return new ColumnName(index, words, List.copyOf(core), meanings, whole, topics, lexicon);
  }

  /** Returns all words written together. */
  String glued() {
    return words.stream().map(Token::text).collect(Collectors.joining());
  }

  /** Returns whether the vocabulary lists the whole name under a key. */
  boolean listedUnder(String key) {
    return topics.stream()
        .anyMatch(t -> t.key().equals(key) && t.start() == 0 && t.end() == words.size());
  }

  /**
   * Returns how much the name sounds like what is to be told, 0 to 1: {@code target}, {@code
   * is_fraud}, {@code churned_next_month}.
   */
  double outcome() {
    if (listedUnder("conventional.strong")) {
      return 1;
    }
    boolean mark = topics.stream().anyMatch(t -> t.key().equals("outcome.mark"));
    boolean event = speaksOf(lexicon.kind("event"));
    boolean usual = listedUnder("conventional.weak");
    boolean quantity = topics.stream().anyMatch(t -> t.key().equals("outcome.quantity"));
    return Math.min(
        1, (mark ? 0.6 : 0) + (event ? 0.6 : 0) + (usual ? 0.5 : 0) + (quantity ? 0.3 : 0));
  }

  /** Returns whether the name sounds like what things are told from: age, region, date. */
  boolean feature() {
    return topics.stream().anyMatch(t -> t.key().equals("named.feature"))
        || speaksOf(lexicon.kind("feature"));
  }

  /** Returns whether a core word alone says too little: a number, a letter, "mean", "type". */
  boolean generic(int coreWord) {
    Token word = core.get(coreWord);
    int place = words.indexOf(word);
    return word.text().length() < 2
        || Character.isDigit(word.text().charAt(0))
        || single(topics, "generic", place)
        || single(topics, "stop", place);
  }

  private boolean speaksOf(Set<String> concepts) {
    return topics.stream()
        .anyMatch(t -> t.family().equals("concept") && concepts.contains(t.name()));
  }

  private static boolean single(List<Topic> topics, String key, int place) {
    return topics.stream()
        .anyMatch(t -> t.key().equals(key) && t.start() == place && t.end() == place + 1);
  }

  private static Set<String> concepts(List<Topic> topics, Predicate<Topic> where) {
    return topics.stream()
        .filter(topic -> topic.family().equals("concept"))
        .filter(where)
        .map(Topic::name)
        .collect(Collectors.toUnmodifiableSet());
  }
}
