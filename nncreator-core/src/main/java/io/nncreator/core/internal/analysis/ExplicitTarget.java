// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.analysis;

import io.nncreator.core.internal.analysis.language.Token;
import io.nncreator.core.internal.analysis.language.Topic;
import java.util.List;
import java.util.Optional;

/** Reads targets stated outright: "target = price", "the target column is price". */
final class ExplicitTarget {
  private static final int MOST_WORDS = 5;

  private final Reading reading;
  private final List<Token> tokens;

  ExplicitTarget(Reading reading) {
    this.reading = reading;
    this.tokens = reading.sentence().tokens();
  }

  /**
   * Returns the column stated as target.
   *
   * @throws io.nncreator.api.error.DataException if a column is stated that does not exist
   */
  Optional<Mention> find() {
    for (Topic topic : reading.sentence().topics()) {
      if (topic.key().equals("role.target")) {
        Optional<Mention> stated = after(topic);
        if (stated.isPresent()) {
          return stated;
        }
      }
    }
    return unknownColumn();
  }

  private Optional<Mention> after(Topic topic) {
    int place = topic.end();
    boolean sign = place < tokens.size() && isSign(tokens.get(place));
    boolean word = reading.sentence().tokenIs(place, "role.equals");
    if (!(sign || word)) {
      return Optional.empty();
    }
    int from = place + 1;
    while (reading.sentence().tokenIs(from, "role.article")
        || reading.sentence().tokenIs(from, "role.column")) {
      from++;
    }
    int start = from;
    Optional<Mention> stated =
        reading.mentions().stream()
            .filter(mention -> mention.start() == start && mention.likeness().whole())
            .findFirst();
    boolean named =
        start < tokens.size() && (tokens.get(place).mark("=") || looksLikeName(tokens.get(start)));
    if (stated.isPresent() || !sign || !named || asks(start) || mentioned(start)) {
      return stated;
    }
    throw new ColumnLookup(reading.profile())
        .unknown(words(start), "The target that the sentence names");
  }

  /** "Predict the column foo": a column is named that the table lacks. */
  private Optional<Mention> unknownColumn() {
    for (int i = 0; i + 1 < tokens.size(); i++) {
      int name = i + 1;
      boolean asked =
          reading.sentence().tokenIs(i, "role.column")
              && (asks(i - 1) || asks(i - 2))
              && reading.roles().get(i) == Role.OBJECT
              && !asks(name)
              && looksLikeName(tokens.get(name));
      if (asked && noneNamed(i - 2, name + 1)) {
        throw new ColumnLookup(reading.profile())
            .unknown(words(name), "The column that the sentence asks for");
      }
    }
    return Optional.empty();
  }

  private boolean mentioned(int start) {
    return reading.mentions().stream()
        .anyMatch(m -> m.start() == start && m.likeness() != Likeness.MISSPELT);
  }

  private boolean noneNamed(int start, int end) {
    return reading.mentions().stream().noneMatch(mention -> mention.overlaps(start, end));
  }

  private boolean looksLikeName(Token token) {
    int after = token.end();
    String text = reading.sentence().text();
    boolean ends = after >= text.length() || ".,;!?)\n".indexOf(text.charAt(after)) >= 0;
    boolean strange = !reading.sentence().lexicon().knows(token.text());
    return token.word() && (token.quoted() || (ends ? strange : text.charAt(after) == '_'));
  }

  private boolean asks(int start) {
    return reading.sentence().topics().stream()
        .anyMatch(t -> t.key().equals("role.ask") && t.start() == start);
  }

  private String words(int start) {
    int end = start;
    while (end < tokens.size() && tokens.get(end).word() && end - start < MOST_WORDS) {
      end++;
    }
    return end == start ? "" : reading.sentence().words(start, end);
  }

  private static boolean isSign(Token token) {
    return token.mark("=") || token.mark(":") || token.mark("-");
  }
}
