// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.analysis;

import io.nncreator.api.data.ColumnKind;
import io.nncreator.api.data.ColumnProfile;
import io.nncreator.api.task.Inferred;
import io.nncreator.api.task.Inferred.Origin;
import io.nncreator.api.task.Question;
import io.nncreator.api.task.TaskSettings;
import io.nncreator.core.internal.analysis.language.CleanText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells the target column: setting, then statement, then mentions, then conventions. */
final class TargetFinder {
  /** Below this a question is added. */
  static final double SURE = 0.6;

  /** Conventions count less when the sentence names a column. */
  private static final double BESIDE_NAMED = 0.75;

  /** Below this nothing is guessed. */
  private static final double GUESSABLE = 0.4;

  /** What so much speaks against is not guessed either. */
  private static final double LEAST_RANK = 0.36;

  /** A name said so clearly makes usual names less likely meant. */
  private static final double SPOKEN = 0.4;

  /** Evidence beside names counts alone from here on. */
  private static final double ENOUGH = 0.48;

  /** Confidence by such evidence is at most this. */
  private static final double STRONGEST = 0.74;

  /** How much such evidence adds to a name. */
  private static final double BESIDE_NAME = 0.6;

  /** "How many days" is answered in days, whatever else is named. */
  private static final double OTHER_UNIT = 0.75;

  /** How much such evidence adds to a usual name. */
  private static final double BESIDE_USUAL = 0.3;

  /** Confidence of a candidate that has a rival. */
  private static final double CONTESTED = 0.55;

  /** Candidates whose ranks differ by less are alike. */
  private static final double ALIKE = 0.04;

  private final Reading reading;
  private final TaskSettings settings;

  TargetFinder(Reading reading, TaskSettings settings) {
    this.reading = reading;
    this.settings = settings;
  }

  /**
   * Returns the name of the target; empty if no column stands out.
   *
   * @throws io.nncreator.api.error.DataException if a column is named that does not exist
   */
  Optional<Inferred<String>> find(List<Question> questions) {
    return told().or(() -> best(candidates(), questions));
  }

  /** Returns the series to be told: the one asked for, else the first quantity. */
  Optional<Inferred<String>> series(List<Question> questions) {
    return told().or(() -> best(new SeriesTarget(reading).find(candidates()), questions));
  }

  /** Returns the column that holds labels: the one asked for, one named so, or the last one. */
  Optional<Inferred<String>> labels() {
    return told().or(this::labelColumn);
  }

  private Optional<Inferred<String>> told() {
    String set = settings.target();
    if (set != null) {
      new ColumnLookup(reading.profile()).require(set, "The target");
      return Optional.of(Inferred.explicit(set));
    }
    return new ExplicitTarget(reading).find().map(this::stated).or(this::byPlace);
  }

  /** "The last column". */
  private Optional<Inferred<String>> byPlace() {
    return reading.sentence().family("place").stream()
        .filter(topic -> reading.roles().get(topic.start()).weight() > 0)
        .map(topic -> topic.name().equals("last") ? reading.names().size() - 1 : 0)
        .filter(index -> UsualTargets.learnable(reading, index))
        .findFirst()
        .map(reading::column)
        .map(
            column ->
                new Inferred<>(
                    column.name(),
                    0.95,
                    Origin.SENTENCE,
                    "the sentence says the place of the column ("
                        + CleanText.label(column.name())
                        + ")"));
  }

  private Optional<Inferred<String>> labelColumn() {
    List<ColumnProfile> texts =
        reading.profile().columns().stream()
            .filter(c -> c.kind() == ColumnKind.CATEGORY || c.kind() == ColumnKind.TEXT)
            .toList();
    Optional<ColumnProfile> named =
        reading.names().stream()
            .filter(name -> name.topics().stream().anyMatch(t -> t.key().equals("named.labels")))
            .map(name -> reading.column(name.index()))
            .filter(texts::contains)
            .findFirst();
    return named
        .or(() -> texts.isEmpty() ? Optional.empty() : Optional.of(texts.get(texts.size() - 1)))
        .map(
            column ->
                new Inferred<>(
                    column.name(), 0.7, Inferred.Origin.RULE, "the column holds several labels"));
  }

  private Inferred<String> stated(Mention mention) {
    String name = reading.column(mention.column()).name();
    String reason = "the sentence states the target (" + CleanText.label(name) + ")";
    return new Inferred<>(name, 0.99, Origin.SENTENCE, reason);
  }

  private Optional<Inferred<String>> best(List<Candidate> candidates, List<Question> questions) {
    if (candidates.isEmpty()
        || (candidates.get(0).confidence() < GUESSABLE && candidates.get(0).rank() < ENOUGH)
        || candidates.get(0).rank() < LEAST_RANK) {
      return Optional.empty();
    }
    Candidate first = candidates.get(0);
    String name = reading.column(first.column()).name();
    double confidence = first.confidence();
    String rival = "";
    if (candidates.size() > 1 && first.rank() - candidates.get(1).rank() < ALIKE) {
      rival = reading.column(candidates.get(1).column()).name();
      confidence = Math.min(confidence, CONTESTED);
    }
    if (confidence < SURE) {
      questions.add(
          new Question(
              Question.About.TARGET,
              "Is the column ("
                  + CleanText.label(name)
                  + ") to be told"
                  + (rival.isEmpty() ? "" : ", not (" + CleanText.label(rival) + ")")
                  + "? It was chosen because "
                  + first.reason()
                  + ". Set the target to be sure."));
    }
    return Optional.of(new Inferred<>(name, confidence, first.origin(), first.reason()));
  }

  /** Returns the candidates, best first. */
  List<Candidate> candidates() {
    Map<Integer, Candidate> spoken = byColumn(new MentionCandidates(reading, settings).find());
    Map<Integer, Candidate> usual = byColumn(new UsualTargets(reading, settings).find());
    boolean named =
        spoken.values().stream().anyMatch(c -> c.rank() >= SPOKEN)
            && reading.mentions().stream().anyMatch(m -> m.weight() > 0);
    List<ColumnName> open = reading.names().stream().filter(this::open).toList();
    Evidence evidence = new Evidence(reading, open);
    List<Candidate> found = new ArrayList<>();
    boolean measured = open.stream().anyMatch(evidence::unitAsked);
    boolean suiting = open.stream().anyMatch(name -> !evidence.otherDimension(name));
    for (ColumnName name : reading.names()) {
      double weak = open.contains(name) || spoken.containsKey(name.index()) ? evidence.of(name) : 0;
      boolean other =
          (measured && !evidence.unitAsked(name)) || (suiting && evidence.otherDimension(name));
      double unit = other ? OTHER_UNIT : 1;
      Stream.of(
              Optional.ofNullable(spoken.get(name.index()))
                  .map(c -> c.and(BESIDE_NAME * weak).ranked(unit)),
              Optional.ofNullable(usual.get(name.index()))
                  .map(c -> c.ranked(named ? BESIDE_NAMED : 1).and(BESIDE_USUAL * weak)),
              open.contains(name) ? alone(name, weak) : Optional.<Candidate>empty())
          .flatMap(Optional::stream)
          .max(Comparator.comparingDouble(Candidate::rank))
          .ifPresent(found::add);
    }
    found.sort(Comparator.comparingDouble(Candidate::rank).reversed());
    return found;
  }

  private static Map<Integer, Candidate> byColumn(List<Candidate> candidates) {
    return candidates.stream()
        .collect(
            Collectors.toMap(
                Candidate::column, c -> c, (a, b) -> b.rank() > a.rank() ? b.with(a) : a.with(b)));
  }

  private Optional<Candidate> alone(ColumnName name, double weak) {
    if (weak < ENOUGH) {
      return Optional.empty();
    }
    String reason =
        "no column is named outright, and ("
            + CleanText.label(reading.column(name.index()).name())
            + ") suits best by name, place and values";
    double rank = Math.min(STRONGEST, weak + 0.07);
    return Optional.of(new Candidate(name.index(), rank, rank, false, Origin.RULE, reason));
  }

  /** Whether nothing forbids that a column is told. */
  private boolean open(ColumnName name) {
    ColumnProfile column = reading.column(name.index());
    return UsualTargets.learnable(reading, name.index())
        && !settings.excluded().contains(column.name())
        && !reading.leavesOut(name.index())
        && reading.mentionsOf(name.index()).stream()
            .noneMatch(
                m ->
                    (m.role() == Role.INPUT && m.likeness().whole() && !reading.asked(name.index()))
                        || (m.role() == Role.NEGATED
                            && (m.likeness().whole() || m.likeness().head())));
  }
}
