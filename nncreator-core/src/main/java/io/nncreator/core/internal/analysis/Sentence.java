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

  /** Cleans, cuts and looks up a sentence. */
  static Sentence read(String raw, int limit, Lexicons lexicons) {
    String text = CleanText.of(raw, limit);
    String language = lexicons.language(text);
    Lexicon lexicon = lexicons.of(language);
    List<Token> tokens = Tokenizer.tokens(text, language);
    List<Topic> topics = lexicon.topics(tokens);
    return new Sentence(text, language, lexicon, tokens, topics, keys(tokens, topics));
  }

  private static List<Set<String>> keys(List<Token> tokens, List<Topic> topics) {
    List<Set<String>> keys = new ArrayList<>();
    tokens.forEach(token -> keys.add(new HashSet<>()));
    topics.stream()
        .filter(topic -> topic.end() == topic.start() + 1)
        .forEach(topic -> keys.get(topic.start()).add(topic.key()));
    return keys;
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
