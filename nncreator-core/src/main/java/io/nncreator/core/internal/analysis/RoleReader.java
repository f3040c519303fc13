// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.analysis;

import io.nncreator.core.internal.analysis.language.Token;
import io.nncreator.core.internal.analysis.language.Topic;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads from left to right which part each word has in the task. A verb such as "predict" begins
 * the object, "from" the inputs, "ignore" what is left out; the end of a sentence ends all.
 */
final class RoleReader {
  private final Sentence sentence;
  private final List<Topic> markers;
  private final BackwardRoles backwards;
  private Role role = Role.NEUTRAL;
  private boolean clauseStart = true;
  private boolean negated;
  private int contextWords;

  private RoleReader(Sentence sentence) {
    this.sentence = sentence;
    this.markers =
        sentence.family("role").stream().filter(marker -> !partOfMeaning(marker)).toList();
    this.backwards = new BackwardRoles(sentence, markers);
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
        boolean turned = role == Role.NEGATED && token.mark(":");
        role =
            token.ending() || turned || (role == Role.INPUT && asksBehind(i)) ? Role.NEUTRAL : role;
        negated = negated && !token.ending();
      }
      roles.add(role);
    }
    beside(roles);
    backwards.apply(roles);
    return roles;
  }

  /** "By the advert: will it sell or not" asks behind the colon. */
  private boolean asksBehind(int mark) {
    if (!sentence.tokens().get(mark).mark(":")) {
      return false;
    }
    for (int i = mark + 1; i < sentence.tokens().size(); i++) {
      if (sentence.tokens().get(i).ending()) {
        return false;
      }
      if (sentence.tokenIs(i, "either") || sentence.tokenIs(i, "demand.yesno")) {
        return true;
      }
    }
    return false;
  }

  /** A circumstance is one word long: "on the loan" in "is the request on the loan denied". */
  private void endContext(int place) {
    if (role == Role.CONTEXT && contextWords > 0) {
      role = Role.OBJECT;
    }
    contextWords += sentence.tokenIs(place, "stop") ? 0 : 1;
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
      case "input" -> {
        if (!compared(marker) && !(role == Role.EXCLUDED && clauseStart)) {
          role = Role.INPUT;
        }
      }
      case "use" -> {
        role = negated ? Role.EXCLUDED : Role.INPUT;
        negated = false;
      }
      case "exclude" -> role = Role.EXCLUDED;
      case "context" -> {
        if (role == Role.OBJECT) {
          role = Role.CONTEXT;
          contextWords = 0;
        } else if (role == Role.INPUT && sortedInto(marker)) {
          role = Role.OBJECT;
        }
      }
      case "condition" -> {
        if (role == Role.OBJECT && !follows(marker)) {
          role = Role.INPUT;
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

  /** "Tell us if they buy" sets no condition, "who buys if we call them" does. */
  private boolean follows(Topic marker) {
    return markers.stream()
        .anyMatch(other -> other.name().equals("ask") && other.end() == marker.start());
  }

  /** "By their texts into groups sort": the verb of sorting may end the clause. */
  private boolean sortedInto(Topic marker) {
    return markers.stream()
        .filter(other -> other.name().equals("sort") && other.start() > marker.end())
        .anyMatch(
            other ->
                sentence.tokens().subList(marker.end(), other.start()).stream()
                    .allMatch(Token::word));
  }

  /** "Orders with more than three items" gives nothing. */
  private boolean compared(Topic marker) {
    return sentence.family("compare").stream().anyMatch(t -> t.start() == marker.end());
  }

  private void ask() {
    role = negated ? Role.NEGATED : Role.OBJECT;
    negated = false;
  }

  /**
   * Whether a word belongs to a longer expression: "does not pay back", "drop out", "or not". One
   * that asks still does so where the expression begins with it: "how many downloads".
   */
  private boolean partOfMeaning(Topic marker) {
    return sentence.topics().stream()
        .filter(
            t ->
                t.family().equals("concept")
                    || t.family().equals("opposite")
                    || t.family().equals("split")
                    || t.family().equals("dimension")
                    || t.key().equals("demand.yesno"))
        .filter(t -> !(marker.name().equals("ask") && t.start() == marker.start()))
        .anyMatch(t -> t.start() <= marker.start() && t.end() >= marker.end() && longer(t, marker));
  }

  private static boolean longer(Topic topic, Topic marker) {
    return topic.end() - topic.start() > marker.end() - marker.start();
  }

  private void negate(Topic marker) {
    if (happening(marker.end()) && !contrasted(marker)) {
      return;
    }
    if (backwards.next(marker, "ask").or(() -> backwards.next(marker, "use")).isPresent()) {
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
}
