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
  private static final int MOST_CLASSES = 30;

  private final Reading reading;
  private final TaskSettings settings;

  UsualTargets(Reading reading, TaskSettings settings) {
    this.reading = reading;
    this.settings = settings;
  }

  List<Candidate> find() {
    List<Candidate> found = new ArrayList<>();
    List<ColumnName> open = reading.names().stream().filter(this::allowed).toList();
    for (ColumnName name : open) {
      if (name.listedUnder("conventional.strong")) {
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
    ColumnName last = open.get(open.size() - 1);
    List<ColumnName> classes =
        open.stream().filter(name -> classy(reading.column(name.index()))).toList();
    if (reading.demand() != Demand.NUMBER && classes.size() == 1) {
      found.add(candidate(classes.get(0), ONLY_CLASSES, "(%s) is the only column of classes"));
    } else if (reading.demand() != Demand.NUMBER && classes.contains(last)) {
      found.add(candidate(last, LAST_CLASSES, "(%s) is the last column and holds classes"));
    } else if (reading.demand() != Demand.NUMBER && classes.contains(first)) {
      found.add(candidate(first, FIRST_CLASSES, "(%s) is the first column and holds classes"));
    } else if (reading.column(last.index()).numbers() != null) {
      double bonus = reading.demand() == Demand.NUMBER ? 0.1 : 0;
      found.add(candidate(last, LAST_NUMBER + bonus, "(%s) is the last column"));
    }
  }

  private Candidate candidate(ColumnName name, double confidence, String why) {
    ColumnProfile column = reading.column(name.index());
    boolean fits = reading.demand() != Demand.CLASS || classy(column) || column.distinct() <= 30;
    double rank = fits ? confidence : confidence / 2;
    // Of two conventional names the later column is the likelier target.
    rank += 0.0001 * name.index() / reading.names().size();
    String reason =
        "the sentence names no column, and " + why.formatted(CleanText.label(column.name()));
    return new Candidate(name.index(), confidence, rank, false, Origin.RULE, reason);
  }

  private boolean allowed(ColumnName name) {
    ColumnProfile column = reading.column(name.index());
    boolean usable =
        switch (column.kind()) {
          case NUMBER, BOOLEAN, CATEGORY -> true;
          case DATE_TIME, TEXT, IDENTIFIER, CONSTANT -> false;
        };
    return usable
        && !settings.excluded().contains(column.name())
        && reading.mentionsOf(name.index()).stream()
            .noneMatch(
                m ->
                    m.likeness().whole()
                        && (m.role() == Role.INPUT
                            || m.role() == Role.EXCLUDED
                            || m.role() == Role.NEGATED));
  }

  /** Returns whether a column holds classes rather than quantities. */
  static boolean classy(ColumnProfile column) {
    return column.kind() == ColumnKind.BOOLEAN
        || (column.kind() == ColumnKind.CATEGORY && column.distinct() <= MOST_CLASSES)
        || (column.kind() == ColumnKind.NUMBER && column.distinct() == 2);
  }
}
