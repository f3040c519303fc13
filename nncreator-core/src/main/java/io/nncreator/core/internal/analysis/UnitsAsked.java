// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.analysis;

import io.nncreator.core.internal.analysis.language.Lexicon;
import io.nncreator.core.internal.analysis.language.Topic;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The units and dimensions that a sentence asks for: "how many litres" points at {@code yield_l},
 * "how long" and "the delay" at {@code transit_min}.
 *
 * @param spoken units named outside what is given or left out
 * @param asked those among them that follow "how many" and the like at once, or a threshold
 * @param dimensions of the quantities that the sentence speaks of, such as {@code time}
 * @param stated dimensions that are asked for outright: "how much money"
 * @param lexicon the vocabulary
 */
record UnitsAsked(
    Set<String> spoken,
    Set<String> asked,
    Set<String> dimensions,
    Set<String> stated,
    Lexicon lexicon) {
  private static final String DIMENSION = "dimension_";

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
    Optional<ThresholdReader.Threshold> threshold =
        ThresholdReader.find(sentence, new LimitReader(sentence).others());
    threshold
        .filter(found -> reading.threshold())
        .map(found -> found.amount().unit())
        .ifPresent(asked::add);
    Set<String> dimensions =
        sentence.topics().stream()
            .filter(topic -> reading.roles().get(topic.start()).weight() > Role.AFTER.weight())
            .flatMap(
                topic ->
                    topic.family().equals("dimension")
                        ? Set.of(topic.name()).stream()
                        : dimensions(topic, sentence.lexicon()).stream())
            .collect(Collectors.toSet());
    Set<String> stated =
        sentence.family("dimension").stream()
            .filter(topic -> reading.roles().get(topic.start()).weight() > Role.AFTER.weight())
            .map(Topic::name)
            .collect(Collectors.toSet());
    return new UnitsAsked(spoken, asked, dimensions, stated, sentence.lexicon());
  }

  /** The dimensions of a meaning, or of a unit. */
  private static Set<String> dimensions(Topic topic, Lexicon lexicon) {
    boolean told = topic.family().equals("concept") || topic.family().equals("measure");
    return !told
        ? Set.of()
        : lexicon.kinds(topic.name()).stream()
            .filter(kind -> kind.startsWith(DIMENSION))
            .map(kind -> kind.substring(DIMENSION.length()))
            .collect(Collectors.toSet());
  }

  /** "In 5 days" tells when, not what. */
  private static boolean counts(Sentence sentence, int place) {
    return Character.isDigit(sentence.tokens().get(place).text().charAt(0))
        || sentence.family("count").stream().anyMatch(t -> t.start() == place);
  }

  private static boolean follows(Sentence sentence, Topic unit) {
    return sentence.family("unit").stream().anyMatch(t -> t.end() == unit.start());
  }

  /** Returns whether a column is measured in a unit that the sentence names. */
  boolean speaksOf(ColumnName name) {
    return holds(name, spoken);
  }

  /** Returns whether a column is measured in a unit that is asked for. */
  boolean asksFor(ColumnName name) {
    return holds(name, asked);
  }

  /** Returns whether a column's unit is of a dimension that the sentence speaks of. */
  boolean suits(ColumnName name) {
    return unit(name)
        .anyMatch(topic -> dimensions(topic, lexicon).stream().anyMatch(dimensions::contains));
  }

  /** Returns whether a column's unit is of another dimension than "how much money" asks for. */
  boolean contradicts(ColumnName name) {
    List<Set<String>> own =
        unit(name).map(t -> dimensions(t, lexicon)).filter(of -> !of.isEmpty()).toList();
    return !stated.isEmpty()
        && !own.isEmpty()
        && own.stream().allMatch(of -> of.stream().noneMatch(stated::contains));
  }

  private static boolean holds(ColumnName name, Set<String> units) {
    return unit(name).anyMatch(t -> units.contains(t.name()));
  }

  /** Whether at most a number follows: "litres per 100". */
  private static boolean ends(ColumnName name, int place) {
    return name.words().stream()
        .skip(place)
        .allMatch(word -> Character.isDigit(word.text().charAt(0)));
  }

  /** The unit of a column ends its name or begins it; "per week" is none. */
  private static Stream<Topic> unit(ColumnName name) {
    return name.topics().stream()
        .filter(t -> t.family().equals("measure"))
        .filter(t -> t.start() == 0 || ends(name, t.end()))
        .filter(t -> t.start() == 0 || !name.words().get(t.start() - 1).text().equals("per"));
  }
}
