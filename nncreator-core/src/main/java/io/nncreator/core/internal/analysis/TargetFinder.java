// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.analysis;

import io.nncreator.api.data.ColumnKind;
import io.nncreator.api.data.ColumnProfile;
import io.nncreator.api.error.ErrorCode;
import io.nncreator.api.error.TaskException;
import io.nncreator.api.task.Inferred;
import io.nncreator.api.task.Inferred.Origin;
import io.nncreator.api.task.TaskSettings;
import io.nncreator.core.internal.analysis.language.CleanText;
import java.util.Comparator;
import java.util.List;
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
   * Returns the name of the target.
   *
   * @throws io.nncreator.api.error.DataException if a column is named that does not exist
   * @throws TaskException if no column stands out
   */
  Inferred<String> find(List<String> questions) {
    String set = settings.target();
    if (set != null) {
      new ColumnLookup(reading.profile()).require(set, "The target");
      return Inferred.explicit(set);
    }
    return new ExplicitTarget(reading).find().map(this::stated).orElseGet(() -> best(questions));
  }

  private Inferred<String> stated(Mention mention) {
    String name = reading.column(mention.column()).name();
    String reason = "the sentence states the target (" + CleanText.label(name) + ")";
    return new Inferred<>(name, 0.99, Origin.SENTENCE, reason);
  }

  private Inferred<String> best(List<String> questions) {
    List<Candidate> candidates = candidates();
    if (candidates.isEmpty() || candidates.get(0).confidence() < GUESSABLE) {
      throw unclear();
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
          "Is the column ("
              + CleanText.label(name)
              + ") to be told"
              + (rival.isEmpty() ? "" : ", not (" + CleanText.label(rival) + ")")
              + "? It was chosen because "
              + first.reason()
              + ". Set the target to be sure.");
    }
    return new Inferred<>(name, confidence, first.origin(), first.reason());
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
    return Stream.concat(spoken.stream(), usual.stream())
        .collect(Collectors.toMap(Candidate::column, c -> c, TargetFinder::better))
        .values()
        .stream()
        .sorted(Comparator.comparingDouble(Candidate::rank).reversed())
        .toList();
  }

  private static Candidate better(Candidate a, Candidate b) {
    return b.rank() > a.rank() ? b : a;
  }

  private TaskException unclear() {
    List<String> names =
        reading.profile().columns().stream()
            .filter(column -> column.kind() != ColumnKind.IDENTIFIER)
            .filter(column -> column.kind() != ColumnKind.CONSTANT)
            .map(ColumnProfile::name)
            .filter(name -> !settings.excluded().contains(name))
            .toList();
    return new TaskException(
        ErrorCode.TASK_TARGET_UNCLEAR,
        "Neither the sentence nor the data tells which column is to be told. It may be one of "
            + ColumnLookup.list(names)
            + ". Maybe name it in the sentence (\"predict ..\"),"
            + " by .target(\"..\") or by --target.");
  }
}
