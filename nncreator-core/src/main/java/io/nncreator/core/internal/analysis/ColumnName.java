// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.analysis;

import io.nncreator.core.internal.analysis.language.CleanText;
import io.nncreator.core.internal.analysis.language.Lexicon;
import io.nncreator.core.internal.analysis.language.Token;
import io.nncreator.core.internal.analysis.language.Tokenizer;
import io.nncreator.core.internal.analysis.language.Topic;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A column's name, cut into words.
 *
 * @param index of the column
 * @param words all words
 * @param core words without units, spans and fillers, or all if nothing else is left
 * @param meanings what each core word may mean
 * @param wholeMeanings what the core as a whole may mean
 * @param topics what the vocabulary says of the words
 * @param language of the sentence
 * @param lexicon the vocabulary
 */
record ColumnName(
    int index,
    List<Token> words,
    List<Token> core,
    List<Set<String>> meanings,
    Set<String> wholeMeanings,
    List<Topic> topics,
    String language,
    Lexicon lexicon) {
  private static final int LIMIT = 200;
  private static final List<String> PARTICIPLES =
      List.of("ed", "ил", "ал", "ел", "ла", "лся", "лась", "лись", "ен", "ена", "ено", "ился");

  static ColumnName read(int index, String name, Sentence sentence) {
    Lexicon lexicon = sentence.lexicon();
    List<Token> words =
        Tokenizer.tokens(CleanText.of(name, LIMIT), sentence.language()).stream()
            .filter(Token::word)
            .flatMap(word -> GluedWord.split(word, lexicon, sentence.language()).stream())
            .toList();
    List<Topic> topics = lexicon.topics(words);
    List<Integer> places = new NameCore(words, topics).places();
    List<Token> core = new ArrayList<>();
    List<Set<String>> meanings = new ArrayList<>();
    for (int place : places) {
      core.add(words.get(place));
      meanings.add(concepts(topics, t -> t.start() == place && t.end() == place + 1));
    }
    List<Token> telling = new ArrayList<>();
    for (int i = 0; i < core.size(); i++) {
      if (!single(topics, "name.statistic", places.get(i))) {
        telling.add(core.get(i));
      }
    }
    Set<String> whole = new HashSet<>(meaning(core, lexicon));
    whole.addAll(meaning(telling, lexicon));
    whole.addAll(concepts(topics, t -> t.start() == 0 && t.end() == words.size()));
    return new ColumnName(
        index, words, core, meanings, whole, topics, sentence.language(), lexicon);
  }

  private static Set<String> meaning(List<Token> words, Lexicon lexicon) {
    int size = words.size();
    return concepts(lexicon.topics(words), t -> t.start() == 0 && t.end() == size);
  }

  /** Returns all words written together. */
  String glued() {
    return words.stream().map(Token::text).collect(Collectors.joining());
  }

  /**
   * Returns whether the name is mainly about a core word: the last one in Latin letters ("sale
   * price"), the first one in Cyrillic (whose nouns are followed by what they belong to), and what
   * is measured by it.
   */
  boolean head(int coreWord) {
    char first = core.get(0).text().charAt(0);
    boolean cyrillic = Character.UnicodeScript.of(first) == Character.UnicodeScript.CYRILLIC;
    boolean nounFirst = cyrillic ? !adjective(core.get(0).text()) : language.equals("es");
    int head = nounFirst ? 0 : core.size() - 1;
    return coreWord == head || (core.size() == 2 && measuring(head));
  }

  /** Whether a core word only says that something is measured: "level", "score", "балл". */
  private boolean measuring(int coreWord) {
    int place = words.indexOf(core.get(coreWord));
    return generic(coreWord) || single(topics, "outcome.quantity", place);
  }

  private static boolean adjective(String word) {
    return List.of("ый", "ий", "ой", "ая", "яя", "ое", "ее", "ые", "ие").stream()
        .anyMatch(word::endsWith);
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
    return outcome(false, Set.of());
  }

  /**
   * Returns the same in view of the column's values and the sentence.
   *
   * @param two whether the column has two values, so that its name may be a verb: {@code accepted}
   * @param asked happenings that the sentence speaks of: other ones count less
   */
  double outcome(boolean two, Set<String> asked) {
    if (listedUnder("conventional.strong")) {
      return 1;
    }
    Set<String> events = new HashSet<>(concepts(topics, t -> true));
    events.retainAll(lexicon.kind("event"));
    boolean other = !asked.isEmpty() && Collections.disjoint(events, asked);
    boolean mark = topics.stream().anyMatch(t -> t.key().equals("outcome.mark"));
    boolean counted = topics.stream().anyMatch(t -> t.key().equals("name.counted"));
    double event = events.isEmpty() ? 0 : other ? 0.2 : counted && !two ? 0.3 : 0.6;
    double verb = two && happened() ? 0.6 : 0;
    boolean usual = listedUnder("conventional.weak");
    boolean quantity = topics.stream().anyMatch(t -> t.key().equals("outcome.quantity"));
    return Math.min(
        1, (mark ? 0.6 : 0) + Math.max(event, verb) + (usual ? 0.5 : 0) + (quantity ? 0.3 : 0));
  }

  private boolean happened() {
    return topics.stream().anyMatch(t -> t.key().equals("outcome.verb"))
        || core.stream().anyMatch(word -> participle(word.text()));
  }

  /** Whether a word has the form of what has happened: "accepted", "ушёл", "gekauft". */
  private boolean participle(String word) {
    boolean german =
        language.equals("de")
            && word.indexOf("ge") >= 0
            && (word.endsWith("t") || word.endsWith("en"));
    boolean spanish =
        language.equals("es")
            && List.of("ado", "ada", "ido", "ida").stream().anyMatch(word::endsWith);
    return word.length() > 4
        && (german || spanish || PARTICIPLES.stream().anyMatch(word::endsWith));
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
