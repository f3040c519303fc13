// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.analysis;

import io.nncreator.core.internal.analysis.language.CleanText;
import io.nncreator.core.internal.analysis.language.Lexicon;
import io.nncreator.core.internal.analysis.language.Lexicons;
import io.nncreator.core.internal.analysis.language.Token;
import io.nncreator.core.internal.analysis.language.Tokenizer;
import io.nncreator.core.internal.analysis.language.Topic;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The user's sentence, cut into words.
 *
 * @param text cleaned
 * @param language ISO 639-1 code
 * @param lexicon words of the language
 * @param tokens words and marks
 * @param topics what it speaks of
 * @param keys per token, what it speaks of alone
 */
record Sentence(
    String text,
    String language,
    Lexicon lexicon,
    List<Token> tokens,
    List<Topic> topics,
    List<Set<String>> keys) {
  private static final int POLITE = 2;
  private static final char LATIN = '\u0250';

  /** Misspelt words are looked for only so far, to bound the work. */
  private static final int MOST_CORRECTED = 200;

  /**
   * Cleans, cuts and looks up a sentence.
   *
   * @param limit characters that are read
   * @param names words of the columns' names, which are not misspelt
   */
  static Sentence read(String raw, int limit, Lexicons lexicons, Set<String> names) {
    String text = CleanText.of(raw, limit);
    String language = lexicons.language(text);
    Lexicon lexicon = lexicons.of(language);
    List<Token> tokens = Tokenizer.tokens(text, language);
    List<Topic> all = lexicon.topics(corrected(tokens, lexicon, language, names));
    List<Topic> topics = all.stream().filter(topic -> !inPoliteness(topic, all)).toList();
    return new Sentence(text, language, lexicon, tokens, topics, keys(tokens, topics));
  }

  /** "Is it possible to tell the price" asks for a price, not for yes or no. */
  private static boolean inPoliteness(Topic topic, List<Topic> all) {
    return topic.family().equals("demand")
        && all.stream()
            .anyMatch(
                polite ->
                    polite.key().equals("polite")
                        && polite.start() <= topic.start()
                        && polite.end() >= topic.end()
                        && asksSoon(polite, all));
  }

  private static boolean asksSoon(Topic polite, List<Topic> all) {
    return all.stream()
        .anyMatch(
            topic ->
                (topic.key().equals("role.ask") || topic.key().equals("demand.told"))
                    && topic.start() >= polite.end()
                    && topic.start() <= polite.end() + POLITE);
  }

  /** Replaces words that no entry knows by those that they were meant to be. */
  private static List<Token> corrected(
      List<Token> tokens, Lexicon lexicon, String language, Set<String> names) {
    Set<Integer> known = new HashSet<>();
    for (Topic topic : lexicon.topics(tokens)) {
      for (int place = topic.start(); place < topic.end(); place++) {
        known.add(place);
      }
    }
    List<Token> corrected = new ArrayList<>(tokens);
    for (int i = 0; i < tokens.size() && i < MOST_CORRECTED; i++) {
      Token token = tokens.get(i);
      boolean stated = i > 0 && (tokens.get(i - 1).mark("=") || tokens.get(i - 1).mark(":"));
      boolean strange = token.word() && !known.contains(i) && !names.contains(token.text());
      if (strange && !token.quoted() && !stated) {
        Optional<String> meant = lexicon.meant(token.text());
        if (meant.isPresent()) {
          List<Token> words = Tokenizer.tokens(meant.get(), language);
          corrected.set(i, words.size() == 1 ? words.get(0) : token);
        }
      }
    }
    return corrected;
  }

  private static List<Set<String>> keys(List<Token> tokens, List<Topic> topics) {
    List<Set<String>> keys = new ArrayList<>();
    tokens.forEach(token -> keys.add(new HashSet<>()));
    topics.stream()
        .filter(topic -> topic.end() == topic.start() + 1)
        .forEach(topic -> keys.get(topic.start()).add(topic.key()));
    return keys;
  }

  /** Returns whether it asks for yes or no. */
  boolean yesOrNo() {
    return speaksOf("demand.yesno")
        || !speaksOf("either")
            && topics.stream()
                .filter(topic -> topic.key().equals("role.lead"))
                .filter(topic -> !tokenIs(topic.end(), "role.not") && !polite(topic))
                .anyMatch(topic -> topic.start() == 0 || tokens.get(topic.start() - 1).ending());
  }

  /** "Can we guess": a verb of asking follows soon. */
  private boolean polite(Topic lead) {
    return topics.stream()
        .anyMatch(
            t ->
                (t.key().equals("role.ask")
                        && t.start() > lead.end()
                        && t.start() <= lead.end() + POLITE)
                    || (t.key().equals("polite")
                        && t.start() <= lead.start()
                        && t.end() >= lead.end()
                        && asksSoon(t, topics)));
  }

  /** Returns whether it asks which of the rows: "who", "which customers", "those that". */
  boolean selects() {
    return speaksOf("demand.select") || (speaksOf("role.which") && plural());
  }

  /** Returns whether a kind is asked for, not whether something happens: "which letter". */
  boolean asksForKind() {
    return topics.stream()
            .filter(topic -> topic.key().equals("role.kindly") && topic.end() < tokens.size())
            .anyMatch(
                topic ->
                    tokens.get(topic.end()).word()
                        && !tokenIs(topic.end(), "stop")
                        && !tokenIs(topic.end(), "role.lead")
                        && family("concept").stream()
                            .noneMatch(
                                t ->
                                    t.start() == topic.end()
                                        && lexicon.kind("entity").contains(t.name())))
        && !selects();
  }

  /** "Which customers", but not "which kind". */
  private boolean plural() {
    return topics.stream()
        .filter(topic -> topic.key().equals("role.which") && topic.end() < tokens.size())
        .map(topic -> tokens.get(topic.end()).text())
        .anyMatch(word -> word.endsWith("s") || word.charAt(0) > LATIN);
  }

  /** Returns whether it is a question without a word for kinds or quantities. */
  boolean plainQuestion() {
    return tokens.stream().anyMatch(token -> token.mark("?"))
        && !speaksOf("role.ask")
        && !speaksOf("demand.number");
  }

  /** Returns whether it speaks of something that happens or not. */
  boolean speaksOfEvent() {
    return topics.stream()
        .anyMatch(t -> t.family().equals("concept") && lexicon.kind("event").contains(t.name()));
  }

  /**
   * Returns whether any word is more than a filler or an order: "build me a network" says nothing.
   */
  boolean saysSomething() {
    for (int i = 0; i < tokens.size(); i++) {
      boolean filler =
          tokenIs(i, "stop") || keys.get(i).stream().anyMatch(k -> k.startsWith("role."));
      if (tokens.get(i).word() && !filler) {
        return true;
      }
    }
    return false;
  }

  boolean speaksOf(String key) {
    return first(key).isPresent();
  }

  Optional<Topic> first(String key) {
    return topics.stream().filter(topic -> topic.key().equals(key)).findFirst();
  }

  List<Topic> family(String family) {
    return topics.stream().filter(topic -> topic.family().equals(family)).toList();
  }

  /** Returns whether something of this key covers exactly one token. */
  boolean tokenIs(int token, String key) {
    return token >= 0 && token < keys.size() && keys.get(token).contains(key);
  }

  /** Returns the words between two tokens as the user wrote them. */
  String words(int start, int end) {
    return text.substring(tokens.get(start).start(), tokens.get(end - 1).end());
  }

  /** Returns the words of a topic as the user wrote them. */
  String words(Topic topic) {
    return words(topic.start(), topic.end());
  }
}
