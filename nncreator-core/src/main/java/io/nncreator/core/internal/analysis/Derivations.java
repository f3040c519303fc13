// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.analysis;

import io.nncreator.api.task.Derivation;
import io.nncreator.api.task.Horizon.Frequency;
import io.nncreator.api.task.Question;
import io.nncreator.core.internal.analysis.language.CleanText;
import io.nncreator.core.internal.analysis.language.Topic;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells when classes are asked for that must be made of a number. */
final class Derivations {
  /** Words and marks from the first grade to the last. */
  private static final int LONGEST_LIST = 8;

  private Derivations() {}

  /** Returns the comparison that is asked for, if the target is a quantity. */
  static Optional<Derivation> find(Reading reading, LimitReader limits, TargetFacts facts) {
    if (!facts.numeric()
        || facts.distinct() <= 2
        || !reading.threshold()
        || reading.demand() == Demand.NUMBER) {
      return Optional.empty();
    }
    return ThresholdReader.find(reading.sentence(), limits.others())
        .map(
            threshold ->
                new Derivation(
                    facts.name(),
                    threshold.comparison(),
                    threshold.amount().value() * factor(reading, facts, threshold.amount())))
        .filter(made -> made.threshold() >= facts.min() && made.threshold() <= facts.max());
  }

  /** Returns whether classes of a quantity are asked for without saying where they begin. */
  static boolean binned(Reading reading, TargetFacts facts) {
    return facts.numeric()
        && facts.distinct() > TargetFacts.FEW_CLASSES
        && (reading.sentence().speaksOf("binned")
            || graded(reading.sentence(), reading.roles())
            || (yesOrNo(reading) && bounded(reading)));
  }

  /** "Will more than 100 mm fall", but not "can I get it from a run of 2 km". */
  private static boolean bounded(Reading reading) {
    return Amount.all(reading.sentence()).stream()
        .filter(amount -> reading.roles().get(amount.start()).weight() > 0)
        .anyMatch(
            amount ->
                reading.mentions().stream()
                    .noneMatch(m -> m.overlaps(amount.start(), amount.start() + 1)));
  }

  /** A quantity is no answer to a question for yes or no; three grades are more than that. */
  static boolean yesOrNo(Reading reading) {
    return reading.demand() == Demand.CLASS
        && grades(reading.sentence(), reading.roles()) < 3
        && reading.sentence().yesOrNo()
        && !reading.sentence().speaksOf("demand.number");
  }

  /**
   * How many units of the column's name are in one of the threshold's: a week in days, a million in
   * thousands.
   */
  private static double factor(Reading reading, TargetFacts facts, Amount amount) {
    double scale =
        reading.names().stream()
            .filter(name -> reading.column(name.index()).name().equals(facts.name()))
            .flatMap(name -> name.topics().stream())
            .filter(topic -> topic.family().equals("scale"))
            .mapToDouble(topic -> Double.parseDouble(topic.name()))
            .findFirst()
            .orElse(1);
    if (scale > 1 && amount.value() >= scale) {
      return 1 / scale;
    }
    Optional<Frequency> stated = time(amount.unit());
    Optional<Frequency> held =
        reading.names().stream()
            .filter(name -> reading.column(name.index()).name().equals(facts.name()))
            .flatMap(name -> name.topics().stream())
            .filter(topic -> topic.family().equals("measure"))
            .flatMap(topic -> time(topic.name()).stream())
            .findFirst();
    return stated.isPresent() && held.isPresent()
        ? Math.rint(1000.0 * stated.get().seconds() / held.get().seconds()) / 1000
        : 1;
  }

  private static Optional<Frequency> time(String unit) {
    return Stream.of(Frequency.values()).filter(f -> f.name().equalsIgnoreCase(unit)).findFirst();
  }

  /** Whether grades are listed: "cheap, medium or expensive". */
  static boolean graded(Sentence sentence, List<Role> roles) {
    return grades(sentence, roles) >= 2;
  }

  /** Returns how many grades are listed one after the other. */
  static long grades(Sentence sentence, List<Role> roles) {
    List<Topic> grades =
        sentence.family("grade").stream()
            .filter(topic -> roles.get(topic.start()).weight() > Role.AFTER.weight())
            .toList();
    boolean list =
        !grades.isEmpty()
            && grades.get(grades.size() - 1).start() - grades.get(0).start() <= LONGEST_LIST;
    return list ? grades.stream().map(Topic::name).distinct().count() : 0;
  }

  static Question question(TargetFacts facts) {
    return new Question(
        Question.About.DERIVATION,
        "Which numbers of ("
            + CleanText.label(facts.name())
            + ") belong to which class? Add a column with the classes, or say where they begin.");
  }
}
