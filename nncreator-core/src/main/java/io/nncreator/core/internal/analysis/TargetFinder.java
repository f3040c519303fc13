// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.analysis;

import io.nncreator.api.data.ColumnKind;
import io.nncreator.api.data.ColumnProfile;
import io.nncreator.api.task.Inferred;
import io.nncreator.api.task.Inferred.Origin;
import io.nncreator.api.task.Question;
import io.nncreator.api.task.TaskSettings;
import io.nncreator.core.internal.analysis.language.CleanText;
import java.util.Comparator;
import java.util.List;
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

  /** Weak evidence counts from this sum on. */
  private static final double WEAK = 0.55;

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
    return told().or(() -> best(seriesCandidates(), questions));
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
    return new ExplicitTarget(reading).find().map(this::stated);
  }

  private List<Candidate> seriesCandidates() {
    List<Candidate> quantities =
        candidates().stream()
            .filter(candidate -> reading.column(candidate.column()).kind() == ColumnKind.NUMBER)
            .filter(candidate -> reading.column(candidate.column()).distinct() > 2)
            .toList();
    if (!quantities.isEmpty() && quantities.get(0).rank() >= SURE) {
      return quantities;
    }
    return reading.names().stream()
        .filter(name -> reading.column(name.index()).kind() == ColumnKind.NUMBER)
        .filter(
            name -> reading.column(name.index()).distinct() > 2 && !name.listedUnder("named.time"))
        .filter(
            name -> reading.mentionsOf(name.index()).stream().allMatch(m -> m.role().weight() > 0))
        .findFirst()
        .map(
            name ->
                new Candidate(
                    name.index(),
                    0.6,
                    0.6,
                    false,
                    Inferred.Origin.RULE,
                    "it is the first quantity of the series"))
        .map(List::of)
        .orElse(quantities);
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
    if (candidates.isEmpty() || candidates.get(0).confidence() < GUESSABLE) {
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
    List<Candidate> spoken = new MentionCandidates(reading, settings).find();
    boolean named =
        spoken.stream().anyMatch(candidate -> candidate.named() && candidate.rank() >= SURE);
    List<Candidate> usual =
        new UsualTargets(reading, settings)
            .find().stream()
                .map(candidate -> named ? candidate.ranked(BESIDE_NAMED) : candidate)
                .toList();
    List<Candidate> weak =
        new Evidence(reading, settings)
            .find().stream().filter(candidate -> candidate.rank() >= WEAK).toList();
    return Stream.of(spoken, usual, weak)
        .flatMap(List::stream)
        .collect(Collectors.toMap(Candidate::column, c -> c, TargetFinder::better))
        .values()
        .stream()
        .sorted(Comparator.comparingDouble(Candidate::rank).reversed())
        .toList();
  }

  private static Candidate better(Candidate a, Candidate b) {
    return b.rank() > a.rank() ? b : a;
  }
}
