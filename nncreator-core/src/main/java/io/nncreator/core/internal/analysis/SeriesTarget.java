// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.analysis;

import io.nncreator.api.data.ColumnKind;
import io.nncreator.api.task.Inferred.Origin;
import java.util.List;
import java.util.Optional;

/** Tells which quantity of a series is to be continued. */
final class SeriesTarget {
  private static final double GUESSED = 0.6;

  private final Reading reading;

  SeriesTarget(Reading reading) {
    this.reading = reading;
  }

  /**
   * Returns the quantity that the sentence asks for or speaks of, else the first.
   *
   * @param candidates by sentence and rules, best first
   */
  List<Candidate> find(List<Candidate> candidates) {
    List<Candidate> quantities =
        candidates.stream().filter(c -> quantity(reading.names().get(c.column()))).toList();
    if (!quantities.isEmpty() && quantities.get(0).rank() >= TargetFinder.SURE) {
      return quantities;
    }
    return given()
        .or(() -> quantities.stream().filter(Candidate::named).findFirst().map(this::column))
        .or(this::first)
        .map(name -> List.of(candidate(name)))
        .orElse(quantities);
  }

  private ColumnName column(Candidate candidate) {
    return reading.names().get(candidate.column());
  }

  private static Candidate candidate(ColumnName name) {
    String reason = "it is the likeliest quantity of the series";
    return new Candidate(name.index(), GUESSED, GUESSED, false, Origin.RULE, reason);
  }

  /** "We have the sales of three years": what is given is what goes on. */
  private Optional<ColumnName> given() {
    return reading.mentions().stream()
        .filter(m -> m.role() == Role.INPUT && (m.likeness().whole() || m.likeness().head()))
        .map(m -> reading.names().get(m.column()))
        .filter(name -> quantity(name) && !name.feature())
        .findFirst();
  }

  private Optional<ColumnName> first() {
    return open().stream()
        .filter(name -> !name.feature())
        .findFirst()
        .or(() -> open().stream().findFirst());
  }

  private List<ColumnName> open() {
    return reading.names().stream()
        .filter(name -> quantity(name) && !name.listedUnder("named.time"))
        .filter(
            name -> reading.mentionsOf(name.index()).stream().allMatch(m -> m.role().weight() > 0))
        .toList();
  }

  private boolean quantity(ColumnName name) {
    return reading.column(name.index()).kind() == ColumnKind.NUMBER
        && reading.column(name.index()).distinct() > 2;
  }
}
