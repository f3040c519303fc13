// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.analysis;

import io.nncreator.core.internal.analysis.language.Token;
import io.nncreator.core.internal.analysis.language.Topic;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Weighs how strongly a sentence asks for what a word speaks of, on the scale of {@link
 * Candidate#rank}: "translate the letters" orders it, "who is late? I write reminders" only tells
 * of it.
 */
final class Request {
  private static final double ORDERED = 1;

  /** An order after a question. */
  static final double ORDERED_LATER = 0.7;

  private static final double ASIDE = 0.4;

  /** Words between who does it and what is done. */
  private static final int REACH = 2;

  private static final List<String> FIRST_PERSON = List.of("аю", "яю", "ею");

  private final Sentence sentence;
  private final List<Role> roles;

  Request(Sentence sentence, List<Role> roles) {
    this.sentence = sentence;
    this.roles = roles;
  }

  /** Returns how strongly it is asked for, 0 to 1. */
  double strength(Topic topic) {
    if (own(topic) || inBrackets(topic) || behindPurpose(topic)) {
      return ASIDE;
    }
    boolean later = behindQuestion(topic);
    return !later ? ORDERED : leads(topic) ? ORDERED_LATER : ASIDE;
  }

  /** Returns whether it begins a sentence, but for words of politeness. */
  boolean leads(Topic topic) {
    int place = topic.start() - 1;
    while (place >= 0
        && sentence.tokens().get(place).word()
        && (sentence.tokenIs(place, "stop") || sentence.tokenIs(place, "polite"))) {
      place--;
    }
    return place < 0
        || sentence.tokens().get(place).ending()
        || sentence.tokenIs(place, "polite")
        || sentence.tokens().get(place).mark(",");
  }

  /** "I write the reminders myself" tells what the user does. */
  private boolean own(Topic topic) {
    String verb = sentence.tokens().get(topic.start()).text();
    boolean russian = FIRST_PERSON.stream().anyMatch(verb::endsWith);
    return russian
        || IntStream.rangeClosed(topic.start() - REACH, topic.start())
            .anyMatch(place -> sentence.tokenIs(place, "role.self"));
  }

  private boolean inBrackets(Topic topic) {
    long open = count(topic.start(), "(");
    return open > count(topic.start(), ")");
  }

  private long count(int end, String mark) {
    return sentence.tokens().subList(0, end).stream().filter(token -> token.mark(mark)).count();
  }

  /** "Who will leave, so that we can write to them": what is asked for stands before. */
  private boolean behindPurpose(Topic topic) {
    return sentence.topics().stream()
        .filter(purpose -> purpose.key().equals("role.purpose"))
        .filter(purpose -> purpose.end() <= topic.start())
        .anyMatch(purpose -> asksBefore(purpose) && oneClause(purpose.end(), topic.start()));
  }

  private boolean asksBefore(Topic purpose) {
    return roles.subList(0, purpose.start()).contains(Role.OBJECT)
        && sentence.family("demand").stream().anyMatch(t -> t.start() < purpose.start());
  }

  private boolean oneClause(int from, int to) {
    return sentence.tokens().subList(from, to).stream().noneMatch(Token::ending);
  }

  private boolean behindQuestion(Topic topic) {
    return sentence.tokens().subList(0, topic.start()).stream().anyMatch(t -> t.mark("?"));
  }
}
