// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.analysis;

import io.nncreator.api.data.ColumnKind;
import io.nncreator.api.data.ColumnProfile;
import io.nncreator.api.task.Inferred.Origin;
import io.nncreator.api.task.TaskSettings;
import io.nncreator.core.internal.analysis.language.CleanText;
import io.nncreator.core.internal.analysis.language.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Adds up weak evidence where no column is named outright: words of a name, the name of an outcome,
 * the place in the table, and whether the column holds what the words ask for.
 */
final class Evidence {
  private static final double BEGIN = 0.2;
  private static final double STRONGEST = 0.74;
  private static final double PART = 0.22;
  private static final double EACH_MORE = 0.08;
  private static final double OUTCOME = 0.2;
  private static final double LAST = 0.2;
  private static final double FIRST = 0.05;
  private static final double FITS = 0.1;
  private static final double ONLY_FITTING = 0.1;
  private static final double MISFIT = -0.3;
  private static final double UNIT = 0.18;
  private static final double TWO_VALUES = 0.1;
  private static final double FEATURE = -0.15;

  private final Reading reading;
  private final TaskSettings settings;
  private final Demand likely;
  private final boolean meaningful;
  private final boolean yesOrNo;
  private final Set<String> units;
  private final List<ColumnName> open;
  private final long fitting;

  Evidence(Reading reading, TaskSettings settings) {
    this.reading = reading;
    this.settings = settings;
    this.likely = reading.likely();
    this.meaningful = reading.sentence().saysSomething();
    this.yesOrNo =
        reading.sentence().yesOrNo() && reading.demand() == Demand.CLASS && !reading.threshold();
    this.units =
        reading.sentence().family("measure").stream()
            .filter(topic -> reading.roles().get(topic.start()).weight() > 0)
            .map(Topic::name)
            .collect(Collectors.toSet());
    this.open = reading.names().stream().filter(this::allowed).toList();
    this.fitting = open.stream().filter(o -> fits(reading.column(o.index()))).count();
  }

  List<Candidate> find() {
    List<Candidate> found = new ArrayList<>();
    for (ColumnName name : open) {
      double sum = Math.min(STRONGEST, sum(name));
      if (sum > 0) {
        String reason =
            "no column is named outright, and ("
                + CleanText.label(reading.column(name.index()).name())
                + ") suits best by name, place and values";
        found.add(new Candidate(name.index(), sum, sum, false, Origin.RULE, reason));
      }
    }
    return found;
  }

  private double sum(ColumnName name) {
    ColumnProfile column = reading.column(name.index());
    boolean fits = fits(column);
    List<Mention> mentions =
        reading.mentionsOf(name.index()).stream().filter(m -> m.role().weight() > 0).toList();
    double sum = BEGIN;
    if (!mentions.isEmpty()) {
      double role = mentions.stream().mapToDouble(m -> m.role().weight()).max().orElse(0);
      sum += PART * role + EACH_MORE * Math.min(3, mentions.size() - 1);
    } else if (name.feature()) {
      sum += FEATURE;
    }
    sum += OUTCOME * name.outcome() + (unitAsked(name) ? UNIT : 0);
    sum += name.index() == reading.names().size() - 1 ? LAST : name.index() == 0 ? FIRST : 0;
    sum += fits ? FITS : MISFIT;
    if (yesOrNo) {
      sum += column.distinct() == 2 ? TWO_VALUES : -TWO_VALUES;
    }
    return sum + (fits && fitting == 1 && likely != Demand.OPEN ? ONLY_FITTING : 0);
  }

  /** "How many litres", and the name ends with "_l". */
  private boolean unitAsked(ColumnName name) {
    return name.topics().stream()
        .anyMatch(t -> t.family().equals("measure") && units.contains(t.name()));
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

  private boolean allowed(ColumnName name) {
    ColumnProfile column = reading.column(name.index());
    return UsualTargets.learnable(reading, name.index())
        && !settings.excluded().contains(column.name())
        && reading.mentionsOf(name.index()).stream()
            .noneMatch(
                m ->
                    m.role() == Role.EXCLUDED
                        || m.role() == Role.NEGATED
                        || (m.role() == Role.INPUT && m.likeness().whole()));
  }
}
