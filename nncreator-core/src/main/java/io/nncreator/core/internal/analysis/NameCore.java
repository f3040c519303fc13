// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.analysis;

import io.nncreator.core.internal.analysis.language.Token;
import io.nncreator.core.internal.analysis.language.Topic;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Tells the words of a column's name that say what it holds from those that say in what it is
 * measured and over what time: {@code left_within_6m} is about "left", {@code area_m2} about
 * "area".
 */
final class NameCore {
  private static final int UNKNOWN_UNIT = 3;

  private final List<Token> words;
  private final List<Topic> topics;

  NameCore(List<Token> words, List<Topic> topics) {
    this.words = words;
    this.topics = topics;
  }

  /** Returns the places of the telling words; all places if none is. */
  List<Integer> places() {
    int end = words.size();
    while (end > 1 && trails(end)) {
      end--;
    }
    List<Integer> telling =
        IntStream.range(0, end).filter(i -> words.size() == 1 || !filler(i)).boxed().toList();
    if (!telling.isEmpty()) {
      return telling;
    }
    // A unit may be all there is of a name: "S_pct" for sulphur.
    List<Integer> meaningful =
        IntStream.range(0, words.size()).filter(this::meaningful).boxed().toList();
    return meaningful.isEmpty() ? IntStream.range(0, words.size()).boxed().toList() : meaningful;
  }

  private boolean trails(int end) {
    int last = end - 1;
    boolean number = number(last);
    boolean besideUnit = number && (unit(last - 1) || (end < words.size() && unit(end)));
    boolean link = end < words.size() && is("name.link", last);
    return besideUnit || (!number && (unit(last) || link || unknownUnit(last)));
  }

  /** Units between other words say as little as at the end, but the first word counts. */
  private boolean filler(int place) {
    return is("noise", place) || (place > 0 && unit(place) && !number(place - 1));
  }

  private boolean meaningful(int place) {
    return topics.stream()
        .anyMatch(t -> t.family().equals("concept") && t.start() == place && t.end() == place + 1);
  }

  private boolean number(int place) {
    return Character.isDigit(words.get(place).text().charAt(0));
  }

  private boolean unit(int place) {
    return is("unit", place) || measure(place);
  }

  private boolean measure(int place) {
    return topics.stream()
        .anyMatch(t -> t.family().equals("measure") && t.start() == place && t.end() == place + 1);
  }

  /** One or two letters behind a word, of which the vocabulary knows nothing. */
  private boolean unknownUnit(int place) {
    return words.get(place).text().length() < UNKNOWN_UNIT
        && words.get(place - 1).text().length() > UNKNOWN_UNIT
        && topics.stream().noneMatch(t -> t.start() <= place && t.end() > place);
  }

  private boolean is(String key, int place) {
    return topics.stream()
        .anyMatch(t -> t.key().equals(key) && t.start() == place && t.end() == place + 1);
  }
}
