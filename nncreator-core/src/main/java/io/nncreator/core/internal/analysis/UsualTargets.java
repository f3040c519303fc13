// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.analysis;

import io.nncreator.api.data.ColumnKind;
import io.nncreator.api.data.ColumnProfile;
import io.nncreator.api.task.Inferred.Origin;
import io.nncreator.api.task.TaskSettings;
import io.nncreator.core.internal.analysis.language.CleanText;
import java.util.ArrayList;
import java.util.List;

/** Targets by convention, for sentences that name none: "target", "class", the last column. */
final class UsualTargets {
  private static final double STRONG_NAME = 0.75;
  private static final double WEAK_NAME = 0.6;
  private static final double ONLY_CLASSES = 0.58;
  private static final double LAST_CLASSES = 0.5;
  private static final double FIRST_CLASSES = 0.45;
  private static final double LAST_NUMBER = 0.35;
  private static final double ASKED_NUMBER = 0.1;
  private static final double OUTCOME = 0.4;
  private static final int LEAST_ROWS = 20;
  private static final double DIFFERENT = 0.98;
  private static final double DENSE = 1.5;
  private static final int MOST_CLASSES = 30;

  private final Reading reading;
  private final TaskSettings settings;
  private final Demand likely;

  UsualTargets(Reading reading, TaskSettings settings) {
    this.reading = reading;
    this.settings = settings;
    this.likely = reading.likely();
  }

  List<Candidate> find() {
    List<Candidate> found = new ArrayList<>();
    List<ColumnName> open = reading.names().stream().filter(this::allowed).toList();
    for (ColumnName name : open) {
      boolean few = reading.column(name.index()).kind() != ColumnKind.CATEGORY;
      if (name.listedUnder("conventional.strong")
          && (few || reading.column(name.index()).distinct() <= MOST_CLASSES)) {
        found.add(candidate(name, STRONG_NAME, "targets are usually called (%s)"));
      } else if (name.listedUnder("conventional.weak")) {
        found.add(candidate(name, WEAK_NAME, "targets are often called (%s)"));
      }
    }
    if (!found.isEmpty() || open.isEmpty()) {
      return found;
    }
    byPlace(open, found);
    return found;
  }

  private void byPlace(List<ColumnName> open, List<Candidate> found) {
    ColumnName first = open.get(0);
    ColumnName last = last(open);
    List<ColumnName> classes =
        open.stream()
            .filter(name -> classy(reading.column(name.index())) && answers(name))
            .toList();
    boolean saying = reading.sentence().saysSomething();
    boolean quantityLast =
        reading.column(last.index()).kind() == ColumnKind.NUMBER && !last.feature();
    boolean only =
        classes.size() == 1
            && (classes.get(0).equals(last)
                || !(otherAsked(classes.get(0)) || (quantityLast && unlike(classes.get(0)))))
            && (outcome(classes.get(0)) >= OUTCOME
                || !(saying && (classes.get(0).feature() || !reading.sentence().yesOrNo())));
    boolean elsewhere = !classes.isEmpty() && classes.stream().allMatch(this::otherAsked);
    if (likely != Demand.NUMBER && only) {
      found.add(candidate(classes.get(0), ONLY_CLASSES, "(%s) is the only column of classes"));
    } else if (likely != Demand.NUMBER && classes.contains(last) && !(saying && last.feature())) {
      found.add(candidate(last, LAST_CLASSES, "(%s) is the last column and holds classes"));
    } else if (likely != Demand.NUMBER && classes.contains(first) && !elsewhere && !saying) {
      found.add(candidate(first, FIRST_CLASSES, "(%s) is the first column and holds classes"));
    } else if (reading.column(last.index()).numbers() != null) {
      boolean asked =
          likely == Demand.NUMBER || (likely == Demand.OPEN && reading.sentence().saysSomething());
      double bonus = asked ? ASKED_NUMBER : 0;
      found.add(candidate(last, LAST_NUMBER + bonus, "(%s) is the last column"));
    }
  }

  /** The last column, or the last that nothing else is told from where a quantity is asked for. */
  private ColumnName last(List<ColumnName> open) {
    ColumnName last = open.get(open.size() - 1);
    if (likely != Demand.NUMBER || !last.feature()) {
      return last;
    }
    List<ColumnName> quantities =
        open.stream()
            .filter(name -> !name.feature() && name.outcome() > 0)
            .filter(name -> reading.column(name.index()).kind() == ColumnKind.NUMBER)
            .toList();
    return quantities.size() == 1 ? quantities.get(0) : last;
  }

  /** A question for yes or no is answered by one of two values. */
  private boolean answers(ColumnName name) {
    return !reading.sentence().yesOrNo()
        || !reading.sentence().speaksOfEvent()
        || reading.threshold()
        || reading.column(name.index()).distinct() == 2
        || outcome(name) > 0;
  }

  private double outcome(ColumnName name) {
    return name.outcome(reading.column(name.index()).distinct() == 2, reading.events());
  }

  /** Whether a sentence that says something does not mean this column. */
  private boolean unlike(ColumnName name) {
    return reading.sentence().saysSomething() && outcome(name) == 0 && likely == Demand.OPEN;
  }

  /** Whether the sentence asks for an event of which no column speaks. */
  private boolean otherAsked(ColumnName name) {
    return likely == Demand.CLASS && reading.sentence().speaksOfEvent() && outcome(name) < OUTCOME;
  }

  private Candidate candidate(ColumnName name, double confidence, String why) {
    ColumnProfile column = reading.column(name.index());
    boolean fits =
        switch (likely) {
          case CLASS -> classy(column) || column.distinct() <= MOST_CLASSES;
          case NUMBER -> column.numbers() != null && column.distinct() > 2;
          case OPEN -> true;
        };
    double rank = fits ? confidence : confidence / 2;
    // Of two conventional names the later column is the likelier target.
    rank += 0.0001 * name.index() / reading.names().size();
    String reason =
        "the sentence names no column, and " + why.formatted(CleanText.label(column.name()));
    return new Candidate(name.index(), confidence, rank, false, Origin.RULE, reason);
  }

  private boolean allowed(ColumnName name) {
    ColumnProfile column = reading.column(name.index());
    return learnable(reading, name.index())
        && !settings.excluded().contains(column.name())
        && !(reading.leavesOut(name.index()) && outcome(name) < OUTCOME)
        && reading.mentionsOf(name.index()).stream()
            .noneMatch(
                m ->
                    m.likeness().whole()
                        && (m.role() == Role.INPUT
                            || m.role() == Role.EXCLUDED
                            || m.role() == Role.NEGATED));
  }

  /** Returns whether a column may be told at all: no names of rows, no free text, no moments. */
  static boolean learnable(Reading reading, int index) {
    ColumnProfile column = reading.column(index);
    return switch (column.kind()) {
      case NUMBER -> !namesRows(reading, index);
      case BOOLEAN -> true;
      case CATEGORY -> column.distinct() <= Math.max(2, reading.profile().rows() / 2);
      case DATE_TIME, TEXT, IDENTIFIER, CONSTANT -> false;
    };
  }

  /** Whole numbers that all differ, without gaps or in a column named like numbers of things. */
  static boolean namesRows(Reading reading, int index) {
    ColumnProfile column = reading.column(index);
    ColumnProfile.NumberSummary numbers = column.numbers();
    long rows = reading.profile().rows();
    if (numbers == null || rows < LEAST_ROWS || column.distinct() < DIFFERENT * rows) {
      return false;
    }
    boolean whole =
        numbers.min() == Math.rint(numbers.min()) && numbers.max() == Math.rint(numbers.max());
    boolean dense = numbers.max() - numbers.min() < DENSE * rows;
    boolean named =
        reading.names().get(index).topics().stream().anyMatch(t -> t.key().equals("named.id"));
    return whole && (dense || named);
  }

  /** Returns whether a column holds classes rather than quantities. */
  static boolean classy(ColumnProfile column) {
    return column.kind() == ColumnKind.BOOLEAN
        || (column.kind() == ColumnKind.CATEGORY && column.distinct() <= MOST_CLASSES)
        || (column.kind() == ColumnKind.NUMBER && column.distinct() == 2);
  }
}
