// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.task;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What was made of sentence, settings and data, whether or not this version builds such networks. A
 * {@link TaskSpec} is the same for tasks that are built and whose target is known.
 *
 * @param description the user's sentence
 * @param language ISO 639-1 code of the sentence
 * @param modality form of the data
 * @param objective what is to be told
 * @param targets columns to be told; empty for tasks without one and where none could be told. For
 *     a derived target, the column that it is made of
 * @param metric how good predictions are, or null where no metric is known for the objective
 * @param split how rows are divided
 * @param positiveClass class that the metric looks for, or null
 * @param groupColumn column whose values keep rows together, or null
 * @param timeColumn column that orders rows, or null
 * @param details what only some tasks have
 * @param excluded columns that are left out, each with the reason
 * @param questions what could not be told safely
 */
public record UnderstoodTask(
    String description,
    String language,
    Inferred<Modality> modality,
    Inferred<Objective> objective,
    List<Inferred<String>> targets,
    @Nullable Inferred<Metric> metric,
    Inferred<SplitKind> split,
    @Nullable Inferred<String> positiveClass,
    @Nullable Inferred<String> groupColumn,
    @Nullable Inferred<String> timeColumn,
    TaskDetails details,
    List<Inferred<String>> excluded,
    List<Question> questions) {
  /** Copies the lists. */
  public UnderstoodTask {
    Objects.requireNonNull(description, "description");
    targets = List.copyOf(targets);
    excluded = List.copyOf(excluded);
    questions = List.copyOf(questions);
  }
}
