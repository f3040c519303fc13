// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.analysis;

import io.nncreator.core.internal.analysis.language.Token;
import io.nncreator.core.internal.analysis.language.Topic;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Gives parts to words that stand before the verb that tells them: "the hours we do not predict",
 * "the bill, which is known only later, leave out".
 */
final class BackwardRoles {
  /** Words between a negation and the verb that it negates. */
  private static final int REACH_OF_NOT = 3;

  /** "Do not use it" alone means what the sentence before speaks of. */
  private static final int NEAR = 2;

  private final Sentence sentence;
  private final List<Topic> markers;

  BackwardRoles(Sentence sentence, List<Topic> markers) {
    this.sentence = sentence;
    this.markers = markers;
  }

  /** Changes the roles of the words that such verbs mean. */
  void apply(List<Role> roles) {
    omit(roles);
    negateBackwards(roles);
    excludeBackwards(roles);
    reject(roles);
    leaks(roles);
  }

  /**
   * "I have no interest in the points", "the colour does not matter": the clause turns down what it
   * speaks of, behind the words that say so or, if nothing stands there, before them; "that is not
   * the question" points back.
   */
  private void reject(List<Role> roles) {
    for (Topic marker : markers) {
      if (!marker.name().equals("reject") && !marker.name().equals("known")) {
        continue;
      }
      int start = partStart(marker.start());
      int end = partEnd(marker.end());
      if (end < sentence.tokens().size() && sentence.tokens().get(end).mark(":")) {
        end = sentenceEnd(end);
      }
      boolean before = IntStream.range(start, marker.start()).anyMatch(this::telling);
      boolean behind =
          marker.name().equals("reject")
              && IntStream.range(marker.end(), end).anyMatch(this::telling);
      if (behind) {
        turnDown(roles, marker.start(), end);
      } else if (before || start < 2) {
        turnDown(roles, start, end);
      } else {
        turnDown(roles, partStart(start - 1), end);
      }
    }
  }

  private int sentenceEnd(int place) {
    int end = place;
    while (end < sentence.tokens().size() && !sentence.tokens().get(end).ending()) {
      end++;
    }
    return end;
  }

  private static void turnDown(List<Role> roles, int from, int end) {
    for (int i = from; i < end; i++) {
      if (roles.get(i) != Role.EXCLUDED) {
        roles.set(i, Role.NEGATED);
      }
    }
  }

  private int partStart(int place) {
    int start = place;
    while (start > 0 && sentence.tokens().get(start - 1).word() && !parts(start - 1)) {
      start--;
    }
    return start;
  }

  private int partEnd(int place) {
    int end = place;
    while (end < sentence.tokens().size() && sentence.tokens().get(end).word() && !parts(end)) {
      end++;
    }
    return end;
  }

  private boolean parts(int place) {
    return sentence.tokenIs(place, "role.but");
  }

  /**
   * "Leave out" may end the clause whose columns it means, as is usual in Russian, or only point
   * back at them: "drop it".
   */
  private void excludeBackwards(List<Role> roles) {
    for (Topic marker : markers) {
      Optional<Topic> use = marker.name().equals("not") ? next(marker, "use") : Optional.empty();
      if (marker.name().equals("exclude") || use.isPresent()) {
        int end = use.map(Topic::end).orElse(marker.end());
        while (sentence.tokenIs(end, "role.pronoun")) {
          end++;
        }
        if (clauseEnds(end)) {
          int from = clauseStart(marker.start());
          boolean pointsBack = marker.start() - from < NEAR && from > 1;
          exclude(roles, pointsBack ? pointedAt(from - 2) : from, end);
        }
      }
    }
  }

  /** What "leave it out" means: the clause before, or all of a sentence that asks for nothing. */
  private int pointedAt(int place) {
    int start = sentenceStart(place);
    boolean asks =
        markers.stream()
            .anyMatch(m -> m.name().equals("ask") && m.start() >= start && m.start() <= place);
    return asks ? clauseStart(place) : start;
  }

  /** "Leave the name out" means what stands inside. */
  private void omit(List<Role> roles) {
    markers.stream()
        .filter(marker -> marker.name().equals("omit"))
        .forEach(marker -> exclude(roles, marker.start(), marker.end()));
  }

  /** "The hours we do not predict": the verb may end the clause that it negates. */
  private void negateBackwards(List<Role> roles) {
    for (Topic marker : markers) {
      Optional<Topic> ask = marker.name().equals("not") ? next(marker, "ask") : Optional.empty();
      if (ask.isPresent() && clauseEnds(ask.get().end())) {
        for (int i = clauseStart(marker.start()); i < ask.get().end(); i++) {
          roles.set(i, Role.NEGATED);
        }
      }
    }
  }

  /** What is known only afterwards cannot be told from. */
  private void leaks(List<Role> roles) {
    for (Topic marker : markers) {
      if (marker.name().equals("leak")) {
        int from = leakStart(marker.start());
        int end = marker.end();
        boolean subject = IntStream.range(from, marker.start()).anyMatch(this::telling);
        exclude(roles, from, subject ? end : sentenceEnd(end));
      }
    }
  }

  /** "Whether it is scrapped is known only later" asks for nothing. */
  private int leakStart(int place) {
    int start = sentenceStart(place);
    boolean whole =
        sentence.tokenIs(start, "demand.yesno")
            && start > 0
            && sentence.tokens().subList(start, place).stream().allMatch(Token::word);
    return whole ? start : clauseStart(place);
  }

  private boolean telling(int place) {
    return sentence.tokens().get(place).word()
        && !sentence.tokenIs(place, "stop")
        && !sentence.tokenIs(place, "role.pronoun")
        && !sentence.tokenIs(place, "role.article");
  }

  private static void exclude(List<Role> roles, int from, int end) {
    for (int i = from; i < end; i++) {
      roles.set(i, Role.EXCLUDED);
    }
  }

  private boolean clauseEnds(int place) {
    return place >= sentence.tokens().size() || !sentence.tokens().get(place).word();
  }

  private int sentenceStart(int place) {
    int start = place;
    while (start > 0 && !sentence.tokens().get(start - 1).ending()) {
      start--;
    }
    return start;
  }

  /**
   * Returns where the clause begins: behind the last mark, "only" or "but" that follows what the
   * sentence asks for; else where the sentence begins.
   */
  private int clauseStart(int place) {
    int start = sentenceStart(place);
    int asked = start;
    for (Topic marker : markers) {
      boolean asks = marker.name().equals("ask") || marker.name().equals("sort");
      boolean statement = marker.start() > start && sentence.tokenIs(marker.start(), "role.lead");
      if (asks && !statement && marker.start() >= start && marker.end() <= place) {
        asked = Math.max(asked, marker.end());
      }
    }
    if (asked == start) {
      for (int i = place - 1; i > start; i--) {
        if (sentence.tokenIs(i, "role.column")) {
          return i;
        }
      }
      return start;
    }
    for (int i = asked; i < place; i++) {
      if (!sentence.tokens().get(i).word() || sentence.tokenIs(i, "role.but")) {
        return i + 1;
      }
    }
    return place;
  }

  Optional<Topic> next(Topic marker, String name) {
    return markers.stream()
        .filter(other -> other.name().equals(name))
        .filter(other -> other.start() >= marker.end())
        .filter(other -> other.start() < marker.end() + REACH_OF_NOT)
        .filter(other -> !marksBetween(marker.end(), other.start()))
        .findFirst();
  }

  private boolean marksBetween(int from, int to) {
    return sentence.tokens().subList(from, to).stream().anyMatch(token -> !token.word());
  }
}
