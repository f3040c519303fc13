// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.analysis;

import io.nncreator.api.task.Inferred;
import io.nncreator.api.task.Inferred.Origin;
import io.nncreator.api.task.Objective;
import java.util.List;

/** The kind of answer that the words of a sentence ask for. */
enum Demand {
  /** One of several: "which", "whether", "classify". */
  CLASS,
  /** A quantity: "how much", "estimate". */
  NUMBER,
  /** The words leave it open. */
  OPEN;

  /** Reads the sentence; words for a class win, as in "estimate whether". */
  static Demand of(Sentence sentence, List<Role> roles) {
    if (says(sentence, roles, "demand.class")
        || sentence.yesOrNo()
        || (Alternatives.count(sentence, roles) >= Alternatives.LIST
            && !says(sentence, roles, "demand.number"))) {
      return CLASS;
    }
    boolean amount = amount(sentence, roles) && !sentence.speaksOfEvent();
    boolean which = sentence.speaksOf("demand.kind") && sentence.speaksOfEvent();
    boolean number =
        says(sentence, roles, "demand.number")
            || sentence.family("dimension").stream()
                .anyMatch(t -> roles.get(t.start()).weight() > Role.AFTER.weight());
    return number ? NUMBER : which ? CLASS : amount ? NUMBER : OPEN;
  }

  /** What is left out asks for nothing, however it is named. */
  private static boolean says(Sentence sentence, List<Role> roles, String key) {
    return sentence.topics().stream()
        .anyMatch(t -> t.key().equals(key) && !turnedDown(roles.get(t.start())));
  }

  /** Words such as "price" ask only where they are no input. */
  private static boolean amount(Sentence sentence, List<Role> roles) {
    return sentence.topics().stream()
        .anyMatch(t -> t.key().equals("demand.amount") && roles.get(t.start()).weight() > 0);
  }

  private static boolean turnedDown(Role role) {
    return role == Role.EXCLUDED || role == Role.NEGATED;
  }

  /** Guesses the objective from the words alone. */
  Inferred<Objective> guess(Sentence sentence) {
    Objective objective =
        switch (this) {
          case NUMBER -> Objective.REGRESSION;
          case OPEN ->
              sentence.speaksOfEvent() || sentence.speaksOf("demand.kind")
                  ? Objective.BINARY
                  : Objective.REGRESSION;
          case CLASS ->
              sentence.speaksOf("demand.kind") && !sentence.speaksOfEvent()
                  ? Objective.MULTICLASS
                  : Objective.BINARY;
        };
    return new Inferred<>(objective, 0.5, Origin.RULE, "the words of the sentence sound so");
  }
}
