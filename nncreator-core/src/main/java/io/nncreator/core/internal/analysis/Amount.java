// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.analysis;

import io.nncreator.core.internal.analysis.language.Token;
import io.nncreator.core.internal.analysis.language.Topic;
import java.util.ArrayList;
import java.util.List;

/**
 * A number in the sentence with the unit behind it.
 *
 * @param value the number
 * @param unit name of the unit in the vocabulary, or an empty text
 * @param start index of the first token
 * @param end index after the last token of the number
 */
record Amount(double value, String unit, int start, int end) {
  private static final int LONGEST = 15;

  /** Returns all numbers of a sentence, in digits or in words. */
  static List<Amount> all(Sentence sentence) {
    List<Amount> found = new ArrayList<>();
    int place = 0;
    while (place < sentence.tokens().size()) {
      int end = digits(sentence, place) ? numberEnd(sentence, place) : place + 1;
      double value = digits(sentence, place) ? value(sentence, place, end) : word(sentence, place);
      if (!Double.isNaN(value)) {
        double scale = scale(sentence, end);
        end += scale == 1 ? 0 : 1;
        found.add(new Amount(value * scale, unit(sentence, place, end), place, end));
      }
      place = end;
    }
    units(sentence, found);
    return found;
  }

  /** Returns what a word such as "million" multiplies the number before it by. */
  static double scale(Sentence sentence, int place) {
    return sentence.family("scale").stream()
        .filter(topic -> topic.start() == place && topic.end() == place + 1)
        .mapToDouble(topic -> Double.parseDouble(topic.name()))
        .findFirst()
        .orElse(1);
  }

  /** "More than a week": a unit behind a comparison, without a number. */
  private static void units(Sentence sentence, List<Amount> found) {
    for (Topic topic : sentence.family("compare")) {
      int place = topic.end();
      while (sentence.tokenIs(place, "role.article") || sentence.tokenIs(place, "role.context")) {
        place++;
      }
      String unit = unitAt(sentence, place);
      if (!unit.isEmpty()) {
        found.add(new Amount(1, unit, place, place));
      }
    }
  }

  /** The unit mostly follows; in Russian it may stand before: "минут 10". */
  private static String unit(Sentence sentence, int place, int end) {
    String after = unitAt(sentence, end);
    return after.isEmpty() && place > 0 ? unitAt(sentence, place - 1) : after;
  }

  /** Returns the unit that stands at a place, or an empty text. */
  static String unitAt(Sentence sentence, int place) {
    return sentence.topics().stream()
        .filter(topic -> topic.family().equals("measure") && topic.start() == place)
        .map(Topic::name)
        .findFirst()
        .orElse("");
  }

  private static boolean digits(Sentence sentence, int place) {
    Token token = sentence.tokens().get(place);
    return token.word()
        && token.text().length() <= LONGEST
        && token.text().chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /** A fraction is cut into two tokens by its point or comma. */
  private static int numberEnd(Sentence sentence, int place) {
    int point = sentence.tokens().get(place).end();
    String text = sentence.text();
    boolean fraction =
        point + 1 < text.length()
            && (text.charAt(point) == '.' || text.charAt(point) == ',')
            && Character.isDigit(text.charAt(point + 1));
    if (!fraction) {
      return place + 1;
    }
    return sentence.tokens().get(place + 1).word() ? place + 2 : place + 3;
  }

  private static double value(Sentence sentence, int place, int end) {
    String whole = sign(sentence, place) + sentence.tokens().get(place).text();
    if (end == place + 1 || !digits(sentence, end - 1)) {
      return Double.parseDouble(whole);
    }
    return Double.parseDouble(whole + "." + sentence.tokens().get(end - 1).text());
  }

  /** A minus stands at the number with a space before it; else it is a hyphen. */
  private static String sign(Sentence sentence, int place) {
    int before = sentence.tokens().get(place).start() - 1;
    String text = sentence.text();
    boolean minus = before >= 0 && (text.charAt(before) == '-' || text.charAt(before) == '\u2212');
    return minus && (before == 0 || text.charAt(before - 1) == ' ') ? "-" : "";
  }

  private static double word(Sentence sentence, int place) {
    return sentence.topics().stream()
        .filter(topic -> topic.family().equals("count") && topic.start() == place)
        .mapToDouble(topic -> Double.parseDouble(topic.name()))
        .findFirst()
        .orElse(Double.NaN);
  }
}
