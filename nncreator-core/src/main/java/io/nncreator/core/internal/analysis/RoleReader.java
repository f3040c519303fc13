// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.analysis;

import io.nncreator.core.internal.analysis.language.Token;
import io.nncreator.core.internal.analysis.language.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads from left to right which part each word has in the task. A verb such as "predict" begins
 * the object, "from" the inputs, "ignore" what is left out; the end of a sentence ends all.
 */
final class RoleReader {
  /** Words between a negation and the verb that it negates. */
  private static final int REACH_OF_NOT = 3;

  private final Sentence sentence;
  private final List<Topic> markers;
  private Role role = Role.NEUTRAL;
  private boolean clauseStart = true;
  private boolean negated;
  private int contextWords;

  private RoleReader(Sentence sentence) {
    this.sentence = sentence;
    this.markers = sentence.family("role");
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
    excludeBackwards(roles);
    return roles;
  }

  /** A circumstance is one word long: "on the loan" in "is the request on the loan denied". */
  private void endContext(int place) {
    if (role == Role.CONTEXT && contextWords > 0) {
      role = Role.OBJECT;
    }
    contextWords += sentence.tokenIs(place, "stop") ? 0 : 1;
  }

  /** "Leave out" may end the clause whose columns it means, as is usual in Russian. */
  private void excludeBackwards(List<Role> roles) {
    List<Token> tokens = sentence.tokens();
    for (Topic marker : markers) {
      boolean last = marker.end() == tokens.size() || tokens.get(marker.end()).ending();
      if (marker.name().equals("exclude") && last) {
        for (int i = marker.start(); i >= 0 && !tokens.get(i).ending(); i--) {
          roles.set(i, Role.EXCLUDED);
        }
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
      case "not" -> {
        if (!partOfMeaning(marker)) {
          negate(marker);
        }
      }
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

  /** Whether a negation belongs to an expression of its own: "does not pay back". */
  private boolean partOfMeaning(Topic marker) {
    return sentence.topics().stream()
        .filter(t -> t.family().equals("concept") || t.family().equals("opposite"))
        .anyMatch(t -> t.start() <= marker.start() && t.end() > marker.end());
  }

  private void negate(Topic marker) {
    if (next(marker, "ask").or(() -> next(marker, "use")).isPresent()) {
      negated = true;
    } else if (role == Role.OBJECT || role == Role.NEUTRAL || role == Role.CONTEXT) {
      role = Role.NEGATED;
    }
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
