// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.analysis;

import io.nncreator.api.data.ColumnKind;
import io.nncreator.api.data.ColumnProfile;
import io.nncreator.api.task.Inferred.Origin;
import io.nncreator.api.task.TaskSettings;
import io.nncreator.core.internal.analysis.language.CleanText;
import io.nncreator.core.internal.analysis.language.Topic;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Targets that the sentence speaks of. */
final class MentionCandidates {
  /** "Predict the price of houses in a city": what comes later is less likely meant. */
  private static final double LATER = 0.85;

  /** "Which mail is spam": a quantity is no answer to "which". */
  private static final double WRONG_KIND = 0.55;

  /** "How much do the shops earn" does not ask for one of three shops. */
  private static final double NO_NUMBER = 0.35;

  /** Points in time and free texts are no targets; named alone, an error tells so. */
  private static final double UNLEARNABLE = 0.4;

  /** "Will the machine fail" does not ask for one of nine machines. */
  private static final double NO_ANSWER = 0.55;

  /** "Will the price rise" asks for the one mark, not for the price. */
  private static final double OTHER_ANSWER = 0.4;

  /** Columns of many different texts mostly name things that rows are about. */
  private static final double MANY_CLASSES = 0.6;

  private static final double FEATURE = 0.05;

  /** Words for what the rows are about point at few targets. */
  private static final double ENTITY = 0.5;

  /** "Which price": the sentence leaves no other reading. */
  private static final double WRONG_KIND_ASKED = 0.72;

  /** "Classify penguins by species": only if nothing else is named. */
  private static final double CLASS_AFTER_BY = 0.62;

  private final Reading reading;
  private final TaskSettings settings;
  private final long marks;
  private final boolean twofold;
  private final boolean graded;
  private final Map<Integer, Set<String>> meant;
  private final Set<Integer> turnedDown;

  MentionCandidates(Reading reading, TaskSettings settings) {
    this.reading = reading;
    this.settings = settings;
    this.twofold = reading.twofold();
    this.graded =
        Derivations.graded(reading.sentence(), reading.roles())
            || reading.sentence().speaksOf("binned");
    this.meant =
        reading.sentence().family("concept").stream()
            .collect(
                Collectors.groupingBy(
                    Topic::start, Collectors.mapping(Topic::name, Collectors.toSet())));
    this.turnedDown =
        reading.mentions().stream()
            .filter(m -> m.role() == Role.NEGATED && m.likeness() == Likeness.NAME)
            .map(Mention::column)
            .collect(Collectors.toSet());
    this.marks =
        reading.names().stream()
            .filter(name -> reading.column(name.index()).distinct() == 2 && !name.feature())
            .count();
  }

  List<Candidate> find() {
    List<Mention> usable =
        reading.mentions().stream()
            .filter(mention -> mention.weight() > 0 && allowed(mention))
            .sorted(Comparator.comparingInt(Mention::start))
            .toList();
    if (usable.isEmpty()) {
      usable = negatedOrByClass();
    } else if (reading.sentence().speaksOf("role.sort")) {
      usable = Stream.concat(usable.stream(), byClass()).toList();
    }
    List<Candidate> found = new ArrayList<>();
    int objects = 0;
    for (Mention mention : usable) {
      double confidence = confidence(mention);
      boolean later = mention.role() == Role.OBJECT && objects > 0;
      objects += mention.role() == Role.OBJECT && fits(mention) ? 1 : 0;
      double rank = confidence * (later ? LATER : 1) * kindFactor(mention) - feature(mention);
      boolean named = mention.likeness().whole() || mention.likeness().byValue();
      found.add(
          new Candidate(
              mention.column(), confidence, rank, named, Origin.SENTENCE, reason(mention)));
    }
    return found;
  }

  /** Columns that things are told from are meant only if they are asked for. */
  private double feature(Mention mention) {
    boolean asked = mention.role() == Role.OBJECT && mention.likeness().whole();
    return reading.names().get(mention.column()).feature() && !asked ? FEATURE : 0;
  }

  private boolean allowed(Mention mention) {
    ColumnProfile column = reading.column(mention.column());
    boolean learnable =
        column.kind() != ColumnKind.CONSTANT
            && column.kind() != ColumnKind.IDENTIFIER
            && UsualTargets.learnable(reading, mention.column());
    boolean excluded =
        settings.excluded().contains(column.name()) || reading.leavesOut(mention.column());
    boolean asInput =
        mention.role() != Role.OBJECT
            && reading.mentionsOf(mention.column()).stream()
                .filter(m -> m.likeness().whole())
                .filter(m -> m.likeness().weight() >= mention.likeness().weight())
                .anyMatch(m -> m.role() == Role.INPUT);
    return !excluded
        && !asInput
        && !rejected(mention)
        && (learnable || mention.likeness() == Likeness.NAME);
  }

  /** A column that is turned down by its name is not meant by another word either. */
  private boolean rejected(Mention mention) {
    return mention.likeness() != Likeness.NAME && turnedDown.contains(mention.column());
  }

  /** "Will the client not leave?" negates no target; "classify by species" names no input. */
  private List<Mention> negatedOrByClass() {
    boolean classes = reading.demand() == Demand.CLASS;
    return reading.mentions().stream()
        .filter(m -> m.likeness().whole() && !settings.excluded().contains(nameOf(m)))
        .filter(m -> m.role() == Role.NEGATED || (m.role() == Role.INPUT && classes))
        .filter(m -> classy(m) || (graded && number(m)))
        .toList();
  }

  /** "Sort the requests by department": classes after a verb of sorting. */
  private Stream<Mention> byClass() {
    return reading.mentions().stream()
        .filter(m -> m.likeness().whole() && m.role() == Role.INPUT)
        .filter(m -> classy(m) || (graded && number(m)))
        .filter(m -> !settings.excluded().contains(nameOf(m)));
  }

  private double confidence(Mention mention) {
    if (mention.role().weight() > 0) {
      return mention.weight();
    }
    return mention.role() == Role.NEGATED ? 0.55 : CLASS_AFTER_BY;
  }

  private double kindFactor(Mention mention) {
    if (!UsualTargets.learnable(reading, mention.column())) {
      ColumnKind kind = reading.column(mention.column()).kind();
      boolean text = kind == ColumnKind.TEXT || (kind == ColumnKind.IDENTIFIER && !ends(mention));
      return askedFor(mention) && !text ? WRONG_KIND_ASKED : UNLEARNABLE;
    }
    ColumnProfile told = reading.column(mention.column());
    if (told.kind() == ColumnKind.CATEGORY && told.distinct() > TargetFacts.FEW_CLASSES) {
      return MANY_CLASSES;
    }
    if (entity(mention)) {
      return ENTITY;
    }
    if (fits(mention) || mention.likeness() == Likeness.VALUES) {
      boolean several = told.distinct() > 2 && !mention.likeness().byValue();
      boolean asked = mention.likeness() == Likeness.NAME && mention.role() != Role.BEFORE;
      boolean loose = twofold && !asked;
      boolean yesOrNo = reading.demand() == Demand.CLASS && (loose || reading.sentence().yesOrNo());
      return yesOrNo && several && !reading.threshold()
          ? told.kind() == ColumnKind.NUMBER && marks == 1 ? OTHER_ANSWER : NO_ANSWER
          : 1;
    }
    if (mention.likeness().whole() && askedFor(mention)) {
      return WRONG_KIND_ASKED;
    }
    return told.numbers() == null && reading.demand() == Demand.NUMBER ? NO_NUMBER : WRONG_KIND;
  }

  /** "Which customers leave" tells whom the rows are about. */
  private boolean entity(Mention mention) {
    if (mention.likeness().byValue() || mention.likeness() == Likeness.NAME) {
      return false;
    }
    ColumnName name = reading.names().get(mention.column());
    Set<String> shared =
        Stream.concat(name.meanings().stream().flatMap(Set::stream), name.wholeMeanings().stream())
            .filter(meant.getOrDefault(mention.start(), Set.of())::contains)
            .collect(Collectors.toSet());
    return !shared.isEmpty() && reading.sentence().lexicon().kind("entity").containsAll(shared);
  }

  /** "Predict the id", but not "the runner's time". */
  private boolean ends(Mention mention) {
    int next = mention.end();
    return next >= reading.sentence().tokens().size()
        || !reading.sentence().tokens().get(next).word()
        || reading.sentence().tokenIs(next, "role.column");
  }

  /** Whether the name follows the question at once: "which price", "what is the price". */
  private boolean askedFor(Mention mention) {
    int place = mention.start() - 1;
    while (reading.sentence().tokenIs(place, "role.article")
        || reading.sentence().tokenIs(place, "role.lead")) {
      place--;
    }
    return reading.sentence().tokenIs(place, "role.ask");
  }

  private boolean fits(Mention mention) {
    return switch (reading.demand()) {
      case CLASS ->
          classy(mention) || fewNumbers(mention) || (reading.threshold() && number(mention));
      case NUMBER -> reading.column(mention.column()).numbers() != null;
      case OPEN -> true;
    };
  }

  private boolean number(Mention mention) {
    return reading.column(mention.column()).kind() == ColumnKind.NUMBER;
  }

  private boolean fewNumbers(Mention mention) {
    ColumnProfile column = reading.column(mention.column());
    return column.kind() == ColumnKind.NUMBER && column.distinct() <= TargetFacts.FEW_CLASSES;
  }

  private boolean classy(Mention mention) {
    return UsualTargets.classy(reading.column(mention.column()));
  }

  private String nameOf(Mention mention) {
    return reading.column(mention.column()).name();
  }

  private String reason(Mention mention) {
    String said = "the sentence says '" + CleanText.label(reading.words(mention)) + "', which ";
    String column = "the column (" + CleanText.label(nameOf(mention)) + ")";
    return switch (mention.likeness()) {
      case NAME -> said + "is " + column;
      case MEANING, ALL_WORDS -> said + "means " + column;
      case HEAD, HEAD_MEANING, SOME_WORD, SHARED_HEAD, SHARED_WORD, KIN, ROOT ->
          said + "is part of the name of " + column;
      case MISSPELT -> said + "is nearly the name of " + column;
      case VALUE, WEAK_VALUE -> said + "is a value of " + column;
      case VALUES ->
          "the sentence names "
              + mention.levels().stream()
                  .map(level -> "'" + CleanText.label(level) + "'")
                  .collect(Collectors.joining(" and "))
              + ", which are values of "
              + column;
    };
  }
}
