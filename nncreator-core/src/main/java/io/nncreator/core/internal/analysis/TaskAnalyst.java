// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.analysis;

import io.nncreator.api.data.DataProfile;
import io.nncreator.api.data.Dataset;
import io.nncreator.api.task.Inferred;
import io.nncreator.api.task.Inferred.Origin;
import io.nncreator.api.task.Metric;
import io.nncreator.api.task.Modality;
import io.nncreator.api.task.Objective;
import io.nncreator.api.task.TaskSettings;
import io.nncreator.api.task.TaskSpec;
import io.nncreator.core.internal.analysis.language.Lexicons;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes a task of a sentence and a table, offline and always in the same way. Settings win over the
 * sentence, the sentence over rules of thumb, and facts of the data over all guesses: {@code
 * docs/tasks.md}. Immutable and thread-safe.
 */
public final class TaskAnalyst {
  /** Longest sentence that is read, in characters; what is beyond is left out with a note. */
  public static final int LONGEST_DESCRIPTION = 2000;

  private final Lexicons lexicons;

  private TaskAnalyst(Lexicons lexicons) {
    this.lexicons = lexicons;
  }

  /** Reads the vocabularies, which takes up to a second in a fresh JVM. */
  public static TaskAnalyst create() {
    return new TaskAnalyst(Lexicons.load());
  }

  /**
   * Tells the task.
   *
   * @param description the user's sentence; may be empty
   * @param profile of the table
   * @param data the table; only the target's cells and the names of picture files are read
   * @param settings what the user has set
   * @throws io.nncreator.api.error.TaskException if the task is unclear, contradictory or not built
   * @throws io.nncreator.api.error.DataException if a named column does not exist, the target
   *     cannot be learnt, or nothing is left to learn from
   */
  public TaskSpec analyse(
      String description, DataProfile profile, Dataset data, TaskSettings settings) {
    List<String> questions = new ArrayList<>();
    Sentence sentence = Sentence.read(description, LONGEST_DESCRIPTION, lexicons);
    if (description.strip().length() > LONGEST_DESCRIPTION) {
      questions.add(
          "Only the first " + LONGEST_DESCRIPTION + " characters of the description were read.");
    }
    Reading reading = Reading.of(sentence, profile);
    UnsupportedTasks unsupported = new UnsupportedTasks(reading, settings);
    unsupported.checkSentence();

    Inferred<String> target = new TargetFinder(reading, settings).find(questions);
    List<Inferred<String>> excluded = new Exclusions(reading, settings, target.value()).find();
    TargetFacts facts =
        TargetFacts.of(
            data.column(target.value()),
            new ColumnLookup(profile).require(target.value(), "The target"));
    unsupported.checkFeatures(data, target.value(), excluded);

    Inferred<Objective> objective =
        new ObjectiveRules(facts, reading.demand(), namedLikeClasses(reading, target.value()))
            .tell(settings.objective(), questions);
    Inferred<Metric> metric =
        new MetricRules(reading, facts, objective.value()).tell(settings.metric(), questions);
    SplitRules splits = new SplitRules(reading, target.value());
    Optional<Inferred<String>> time = splits.timeColumn();
    splits.ask(time.isPresent(), questions);
    return new TaskSpec(
        sentence.text(),
        sentence.language(),
        new Inferred<>(
            Modality.TABULAR, 0.97, Origin.DATA, "the columns hold numbers or categories"),
        objective,
        target,
        metric,
        splits.tell(objective.value(), time.isPresent()),
        objective.value() == Objective.BINARY ? PositiveClassRules.tell(reading, facts) : null,
        null,
        time.orElse(null),
        excluded,
        questions);
  }

  private static boolean namedLikeClasses(Reading reading, String target) {
    return reading.names().stream()
        .filter(name -> reading.column(name.index()).name().equals(target))
        .anyMatch(
            name ->
                name.wholeMeanings().contains("digit")
                    || name.wholeMeanings().contains("class")
                    || name.wholeMeanings().contains("species")
                    || name.wholeMeanings().contains("kind")
                    || name.listedUnder("named.classes"));
  }
}
