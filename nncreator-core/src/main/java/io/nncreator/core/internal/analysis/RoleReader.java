// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.analysis;

import io.nncreator.core.internal.analysis.language.Token;
import io.nncreator.core.internal.analysis.language.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Reads from left to right which part each word has in the task. A verb such as "predict" begins
 * the object, "from" the inputs, "ignore" what is left out; the end of a sentence ends all.
 */
final class RoleReader {
  /** Words between a negation and the verb that it negates. */
  private static final int REACH_OF_NOT = 3;

  /** "Do not use it" alone means what the sentence before speaks of. */
  private static final int NEAR = 2;

  private final Sentence sentence;
  private final List<Topic> markers;
  private Role role = Role.NEUTRAL;
  private boolean clauseStart = true;
  private boolean negated;
  private int contextWords;

  private RoleReader(Sentence sentence) {
    this.sentence = sentence;
    this.markers =
        sentence.family("role").stream().filter(marker -> !partOfMeaning(marker)).toList();
  }

  /** Returns one role per token. */
  static List<Role> read(Sentence sentence) {
    return new RoleReader(sentence).read();
  }

  private List<Role> read() {
    List<Role> roles = new ArrayList<>();
    for (int i = 0; i < sentence.tokens().size(); i++) {
      Token token = sentence.tokens().get(i);
      if (token.word()) {
        endContext(i);
        markersAt(i).forEach(this::enter);
        clauseStart = false;
      } else {
        clauseStart = true;
        role = token.ending() ? Role.NEUTRAL : role;
        negated = negated && !token.ending();
      }
      roles.add(role);
    }
    beside(roles);
    omit(roles);
    negateBackwards(roles);
    excludeBackwards(roles);
    leaks(roles);
    return roles;
  }

  /** A circumstance is one word long: "on the loan" in "is the request on the loan denied". */
  private void endContext(int place) {
    if (role == Role.CONTEXT && contextWords > 0) {
      role = Role.OBJECT;
    }
    contextWords += sentence.tokenIs(place, "stop") ? 0 : 1;
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
          exclude(roles, pointsBack ? clauseStart(from - 2) : from, end);
        }
      }
    }
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

  /** What is said beside the sentence that asks is less likely to be told. */
  private void beside(List<Role> roles) {
    int first = roles.indexOf(Role.OBJECT);
    int last = roles.lastIndexOf(Role.OBJECT);
    for (int i = 0; first >= 0 && i < roles.size(); i++) {
      if (roles.get(i) == Role.NEUTRAL) {
        roles.set(i, i < first ? Role.BEFORE : i > last ? Role.AFTER : Role.NEUTRAL);
      }
    }
  }

  /** What is known only afterwards cannot be told from. */
  private void leaks(List<Role> roles) {
    for (Topic marker : markers) {
      if (marker.name().equals("leak")) {
        int from = clauseStart(marker.start());
        int end = marker.end();
        boolean subject = IntStream.range(from, marker.start()).anyMatch(this::telling);
        while (!subject && end < sentence.tokens().size() && !sentence.tokens().get(end).ending()) {
          end++;
        }
        exclude(roles, from, end);
      }
    }
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
      if (asks && marker.start() >= start && marker.end() <= place) {
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

  private List<Topic> markersAt(int place) {
    return markers.stream().filter(marker -> marker.start() == place).toList();
  }

  private void enter(Topic marker) {
    switch (marker.name()) {
      case "ask" -> ask();
      case "lead" -> {
        if (clauseStart) {
          role = Role.OBJECT;
        }
      }
      case "input" -> role = role == Role.EXCLUDED && clauseStart ? role : Role.INPUT;
      case "use" -> {
        role = negated ? Role.EXCLUDED : Role.INPUT;
        negated = false;
      }
      case "exclude" -> role = Role.EXCLUDED;
      case "context" -> {
        if (role == Role.OBJECT) {
          role = Role.CONTEXT;
          contextWords = 0;
        }
      }
      case "instead" -> role = Role.NEGATED;
      case "not" -> negate(marker);
      case "but" -> {
        if (role == Role.NEGATED || role == Role.EXCLUDED) {
          role = Role.OBJECT;
        }
      }
      default -> {
        // The other markers give no role.
      }
    }
  }

  private void ask() {
    role = negated ? Role.NEGATED : Role.OBJECT;
    negated = false;
  }

  /** Whether a word belongs to a longer expression: "does not pay back", "drop out", "or not". */
  private boolean partOfMeaning(Topic marker) {
    return sentence.topics().stream()
        .filter(
            t ->
                t.family().equals("concept")
                    || t.family().equals("opposite")
                    || t.family().equals("split")
                    || t.family().equals("dimension")
                    || t.key().equals("demand.yesno"))
        .anyMatch(t -> t.start() <= marker.start() && t.end() >= marker.end() && longer(t, marker));
  }

  private static boolean longer(Topic topic, Topic marker) {
    return topic.end() - topic.start() > marker.end() - marker.start();
  }

  private void negate(Topic marker) {
    if (happening(marker.end()) && !contrasted(marker)) {
      return;
    }
    if (next(marker, "ask").or(() -> next(marker, "use")).isPresent()) {
      negated = true;
    } else if (role == Role.OBJECT || role == Role.NEUTRAL || role == Role.CONTEXT) {
      role = Role.NEGATED;
    }
  }

  /** "Not the churn but the revenue". */
  private boolean contrasted(Topic marker) {
    return markers.stream()
        .filter(other -> other.name().equals("but") && other.start() >= marker.end())
        .anyMatch(
            other ->
                sentence.tokens().subList(marker.end(), other.start()).stream()
                    .noneMatch(Token::ending));
  }

  /** "Who does not pay" turns nothing down. */
  private boolean happening(int place) {
    return sentence.family("concept").stream()
        .anyMatch(
            topic ->
                topic.start() == place && sentence.lexicon().kind("event").contains(topic.name()));
  }

  private Optional<Topic> next(Topic marker, String name) {
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
