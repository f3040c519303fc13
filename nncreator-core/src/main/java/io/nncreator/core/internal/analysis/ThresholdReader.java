// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.analysis;

import io.nncreator.api.task.Derivation.Comparison;
import io.nncreator.core.internal.analysis.language.Topic;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads thresholds: "more than 5 days late", "60 points or more". */
final class ThresholdReader {
  /** Words between a comparison and its number: "more than by about 5". */
  private static final int REACH = 3;

  /**
   * A number that something is compared with.
   *
   * @param comparison how
   * @param amount with what
   * @param span whether it may as well be the time in which something happens: "within 30 days"
   */
  record Threshold(Comparison comparison, Amount amount, boolean span) {
    Threshold(Comparison comparison, Amount amount) {
      this(comparison, amount, false);
    }
  }

  private ThresholdReader() {}

  /**
   * Returns the first threshold among numbers that have no other meaning; a span of time only if
   * there is no other one.
   */
  static Optional<Threshold> find(Sentence sentence, List<Amount> amounts) {
    List<Threshold> all = all(sentence, amounts);
    return all.stream()
        .filter(t -> !t.span())
        .findFirst()
        .or(() -> meantBefore(sentence, amounts))
        .or(() -> all.stream().findFirst());
  }

  /** "The limit is 30 days. Which will take longer than that": the number stands before. */
  private static Optional<Threshold> meantBefore(Sentence sentence, List<Amount> amounts) {
    return sentence.family("than_that").stream()
        .flatMap(
            topic ->
                amounts.stream()
                    .filter(amount -> amount.end() <= topic.start())
                    .map(amount -> new Threshold(comparison(topic), amount)))
        .findFirst();
  }

  private static List<Threshold> all(Sentence sentence, List<Amount> amounts) {
    List<Threshold> found = new ArrayList<>();
    for (Amount amount : amounts) {
      one(sentence, amount).ifPresent(found::add);
    }
    return found;
  }

  private static Optional<Threshold> one(Sentence sentence, Amount amount) {
    Optional<Comparison> sign = sign(sentence, amount);
    if (sign.isPresent()) {
      return Optional.of(new Threshold(sign.get(), amount));
    }
    Optional<Topic> compared =
        sentence.family("compare").stream()
            .filter(topic -> before(sentence, topic, amount) || after(topic, amount))
            .min(Comparator.comparing(topic -> topic.name().equals("within")));
    if (compared.isPresent()) {
      return compared.map(
          topic -> new Threshold(comparison(topic), amount, topic.name().equals("within")));
    }
    return Optional.empty();
  }

  /** Signs of mathematics: "&gt; 5", "5+". */
  private static Optional<Comparison> sign(Sentence sentence, Amount amount) {
    String text = sentence.text();
    int place = sentence.tokens().get(amount.start()).start() - 1;
    while (place >= 0 && (text.charAt(place) == ' ' || text.charAt(place) == '=')) {
      place--;
    }
    boolean equal = place >= 0 && text.startsWith("=", place + 1);
    char before = place < 0 ? ' ' : text.charAt(place);
    int after = sentence.tokens().get(amount.end() - 1).end();
    if (after < text.length() && text.charAt(after) == '+') {
      return Optional.of(Comparison.AT_LEAST);
    }
    return switch (before) {
      case '>' -> Optional.of(equal ? Comparison.AT_LEAST : Comparison.ABOVE);
      case '<' -> Optional.of(equal ? Comparison.AT_MOST : Comparison.BELOW);
      case '≥' -> Optional.of(Comparison.AT_LEAST);
      case '≤' -> Optional.of(Comparison.AT_MOST);
      default -> Optional.empty();
    };
  }

  private static boolean before(Sentence sentence, Topic topic, Amount amount) {
    int gap = amount.start() - topic.end();
    return !topic.name().startsWith("or_")
        && gap >= 0
        && gap <= REACH
        && sentence.tokens().subList(topic.end(), amount.start()).stream().allMatch(t -> t.word());
  }

  /** "60 points or more": the unit may stand between. */
  private static boolean after(Topic topic, Amount amount) {
    int gap = topic.start() - amount.end();
    return topic.name().startsWith("or_") && gap >= 0 && gap <= REACH;
  }

  private static Comparison comparison(Topic topic) {
    return switch (topic.name()) {
      case "or_more" -> Comparison.AT_LEAST;
      case "or_less", "within" -> Comparison.AT_MOST;
      default -> Comparison.valueOf(topic.name().toUpperCase(Locale.ROOT));
    };
  }
}
