// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.analysis;

import io.nncreator.api.data.ColumnKind;
import io.nncreator.api.data.ColumnProfile;
import io.nncreator.core.internal.analysis.language.Token;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Weighs what speaks for a column as target besides its being named: the name of an outcome, the
 * unit asked for, the place in the table, and whether it holds what the words ask for. Each piece
 * is a small probability of its own, so that together they make it likelier (a noisy or, Pearl
 * 1988); what speaks against it scales the whole.
 */
final class Evidence {
  private static final double OUTCOME = 0.5;
  private static final double LAST = 0.3;
  private static final double FIRST = 0.07;
  private static final double FITS = 0.12;
  private static final double ONLY_FITTING = 0.15;
  private static final double UNIT = 0.35;
  private static final double UNIT_ASKED = 0.55;
  private static final double ONLY_SUITING = 0.45;
  private static final double DIMENSION = 0.2;
  private static final double TWO_VALUES = 0.12;
  private static final double ONLY_MARK = 0.42;
  private static final double ONLY_CLASSES = 0.32;
  private static final double LIKELY_OUTCOME = 0.4;
  private static final double SEVERAL_VALUES = 0.75;
  private static final double MISFIT = 0.4;
  private static final double FEATURE = 0.7;
  private static final double SAME_SPAN = 0.5;
  private static final double AS_MANY = 0.4;

  private final Reading reading;
  private final Demand likely;
  private final boolean meaningful;
  private final boolean yesOrNo;
  private final UnitsAsked units;
  private final Set<String> events;
  private final Set<ColumnName> spans;
  private final long listed;
  private final long fitting;
  private final long suiting;
  private final List<ColumnName> marks;
  private final List<ColumnName> classes;

  /**
   * Creates a scale.
   *
   * @param open columns that may be the target
   */
  Evidence(Reading reading, List<ColumnName> open) {
    this.reading = reading;
    this.likely = reading.likely();
    this.meaningful = reading.sentence().saysSomething();
    this.units = UnitsAsked.of(reading);
    this.events = reading.events();
    this.yesOrNo = reading.twofold() && !reading.threshold();
    this.spans = spans(open);
    this.listed = Alternatives.count(reading.sentence(), reading.roles());
    this.suiting = open.stream().filter(this::suits).count();
    List<ColumnName> two =
        open.stream()
            .filter(o -> reading.column(o.index()).distinct() == 2 && !o.feature())
            .toList();
    List<ColumnName> outcomes =
        two.stream().filter(o -> o.outcome(true, events) >= LIKELY_OUTCOME).toList();
    this.classes =
        reading.names().stream()
            .filter(o -> UsualTargets.classy(reading.column(o.index())))
            .filter(o -> !o.feature() || listed(reading.column(o.index())) > 0)
            .filter(o -> !reading.leavesOut(o.index()))
            .toList();
    this.marks = outcomes.isEmpty() ? two : outcomes;
    this.fitting = open.stream().filter(o -> fits(reading.column(o.index()))).count();
  }

  /** Returns how much speaks for a column, 0 to 1. */
  double of(ColumnName name) {
    ColumnProfile column = reading.column(name.index());
    boolean fits = fits(column);
    boolean last = name.index() == reading.names().size() - 1;
    if (!meaningful) {
      return 0;
    }
    double outcome = OUTCOME * name.outcome(column.distinct() == 2, events);
    double unit = unit(name);
    double evidence =
        either(
            outcome,
            unit,
            spans.contains(name) ? SAME_SPAN : 0,
            listed(column),
            last ? LAST : name.index() == 0 ? FIRST : 0,
            fits ? FITS : 0);
    if (fits && fitting == 1 && likely != Demand.OPEN) {
      evidence = either(evidence, ONLY_FITTING);
    }
    if (!yesOrNo && likely == Demand.CLASS && classes.equals(List.of(name))) {
      evidence = either(evidence, ONLY_CLASSES);
    }
    if (yesOrNo) {
      evidence =
          column.distinct() != 2
              ? evidence * SEVERAL_VALUES
              : either(evidence, marks.equals(List.of(name)) ? ONLY_MARK : TWO_VALUES);
    }
    boolean unnamed = reading.mentionsOf(name.index()).stream().noneMatch(m -> m.weight() > 0);
    boolean given = unnamed && unit == 0 && name.feature() && listed(column) == 0;
    return evidence * (fits ? 1 : MISFIT) * (given ? FEATURE : 1);
  }

  /** "A, B, C or D" asks for a column of about as many classes. */
  private double listed(ColumnProfile column) {
    boolean classes = UsualTargets.classy(column) && column.distinct() > 2;
    long difference = column.distinct() - listed;
    return listed >= Alternatives.LIST && classes && difference >= 0 && difference <= 1
        ? difference == 0 ? AS_MANY : AS_MANY / 2
        : 0;
  }

  /** The columns whose names hold a number of the sentence: "within 30 days", {@code back_30d}. */
  private Set<ColumnName> spans(List<ColumnName> open) {
    Set<String> numbers = numbers(Set.of(Role.OBJECT, Role.CONTEXT));
    Set<ColumnName> asked = holding(open, numbers);
    return asked.isEmpty()
        ? holding(open, numbers(Set.of(Role.NEUTRAL, Role.BEFORE, Role.AFTER)))
        : asked;
  }

  private Set<String> numbers(Set<Role> roles) {
    return Amount.all(reading.sentence()).stream()
        .filter(amount -> roles.contains(reading.roles().get(amount.start())))
        .flatMap(Evidence::spellings)
        .collect(Collectors.toSet());
  }

  private static Set<ColumnName> holding(List<ColumnName> names, Set<String> numbers) {
    return names.stream()
        .filter(name -> name.words().stream().map(Token::text).anyMatch(numbers::contains))
        .collect(Collectors.toSet());
  }

  /** A number with a unit, also in smaller units: a year has twelve months. */
  private static Stream<String> spellings(Amount amount) {
    double value = amount.value();
    return switch (amount.unit()) {
      case "" -> Stream.empty();
      case "year" -> Stream.of(text(value), text(12 * value), text(365 * value));
      case "month" -> Stream.of(text(value), text(30 * value));
      case "week" -> Stream.of(text(value), text(7 * value));
      case "day" -> Stream.of(text(value), text(24 * value));
      default -> Stream.of(text(value));
    };
  }

  private static String text(double value) {
    return String.valueOf(Math.round(value));
  }

  /** Returns whether another kind of quantity is asked for than a column's unit measures. */
  boolean otherDimension(ColumnName name) {
    return units.contradicts(name);
  }

  /** Returns whether a column is measured in the unit that is asked for. */
  boolean unitAsked(ColumnName name) {
    return units.asksFor(name);
  }

  private double unit(ColumnName name) {
    if (unitAsked(name)) {
      return UNIT_ASKED;
    }
    if (units.speaksOf(name)) {
      return UNIT;
    }
    return !suits(name) ? 0 : suiting == 1 ? ONLY_SUITING : DIMENSION;
  }

  private boolean suits(ColumnName name) {
    return units.suits(name) && !(name.core().size() == 1 && name.listedUnder("named.feature"));
  }

  /** Returns the probability that one at least of independent pieces of evidence holds. */
  static double either(double... probabilities) {
    double none = 1;
    for (double probability : probabilities) {
      none *= 1 - probability;
    }
    return 1 - none;
  }

  private boolean fits(ColumnProfile column) {
    return switch (likely) {
      case CLASS ->
          UsualTargets.classy(column)
              || (column.kind() == ColumnKind.NUMBER
                  && (column.distinct() <= 10 || reading.threshold()));
      case NUMBER -> column.kind() == ColumnKind.NUMBER && column.distinct() > 2;
      case OPEN ->
          meaningful && (UsualTargets.classy(column) || column.kind() == ColumnKind.NUMBER);
    };
  }
}
