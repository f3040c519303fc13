// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.task;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A task understood: what {@code TaskAnalyst} made of sentence, settings and data.
 *
 * @param description the user's sentence
 * @param language ISO 639-1 code of the sentence
 * @param modality form of the data
 * @param objective what is to be told
 * @param target name of the column to be told; empty for tasks without one
 * @param metric how good predictions are
 * @param split how rows are divided
 * @param positiveClass class that the metric looks for, or null
 * @param groupColumn column whose values keep rows together, or null
 * @param timeColumn column that orders rows, or null
 * @param excluded columns that are left out, each with the reason
 * @param questions what could not be told safely; the values hold the best guess
 */
public record TaskSpec(
    String description,
    String language,
    Inferred<Modality> modality,
    Inferred<Objective> objective,
    Inferred<String> target,
    Inferred<Metric> metric,
    Inferred<SplitKind> split,
    @Nullable Inferred<String> positiveClass,
    @Nullable Inferred<String> groupColumn,
    @Nullable Inferred<String> timeColumn,
    List<Inferred<String>> excluded,
    List<String> questions) {
  /** Copies the lists. */
  public TaskSpec {
    Objects.requireNonNull(description, "description");
    excluded = List.copyOf(excluded);
    questions = List.copyOf(questions);
  }
}
