// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.analysis;

import io.nncreator.core.internal.analysis.language.Topic;
import java.util.HashSet;
import java.util.Set;

/**
 * The units that a sentence asks for: "how many litres" points at {@code yield_l}.
 *
 * @param spoken units named outside what is given or left out
 * @param asked those among them that follow "how many" and the like at once
 */
record UnitsAsked(Set<String> spoken, Set<String> asked) {

  static UnitsAsked of(Reading reading) {
    Sentence sentence = reading.sentence();
    Set<String> spoken = new HashSet<>();
    Set<String> asked = new HashSet<>();
    for (Topic unit : sentence.family("measure")) {
      boolean number = unit.start() > 0 && counts(sentence, unit.start() - 1);
      if (reading.roles().get(unit.start()).weight() > 0 && !number) {
        spoken.add(unit.name());
        if (follows(sentence, unit)) {
          asked.add(unit.name());
        }
      }
    }
    return new UnitsAsked(spoken, asked);
  }

  /** "In 5 days" tells when, not what. */
  private static boolean counts(Sentence sentence, int place) {
    return Character.isDigit(sentence.tokens().get(place).text().charAt(0))
        || sentence.family("count").stream().anyMatch(t -> t.start() == place);
  }

  private static boolean follows(Sentence sentence, Topic unit) {
    return sentence.topics().stream()
        .anyMatch(
            t ->
                (t.key().equals("unit.asked") && t.end() == unit.start())
                    || (t.key().equals("unit.in") && t.end() == unit.start()));
  }

  boolean speaksOf(ColumnName name) {
    return holds(name, spoken);
  }

  boolean asksFor(ColumnName name) {
    return holds(name, asked);
  }

  private static boolean holds(ColumnName name, Set<String> units) {
    return name.topics().stream()
        .anyMatch(t -> t.family().equals("measure") && units.contains(t.name()));
  }
}
