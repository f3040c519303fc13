// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.analysis;

import io.nncreator.api.data.ColumnKind;
import io.nncreator.api.data.ColumnProfile;
import io.nncreator.api.data.Dataset;
import io.nncreator.api.error.DataException;
import io.nncreator.api.error.ErrorCode;
import io.nncreator.api.error.TaskException;
import io.nncreator.api.task.Inferred;
import io.nncreator.api.task.Question;
import io.nncreator.api.task.TaskSettings;
import io.nncreator.api.task.TaskSpec;
import io.nncreator.api.task.UnderstoodTask;
import io.nncreator.core.internal.analysis.language.CleanText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A task that was understood, and whether it can be built.
 *
 * @param reading sentence and table
 * @param settings what the user has set
 * @param understood the task
 * @param problem what is wrong with the column that the sentence asks for, or null
 */
record TaskReading(
    Reading reading,
    TaskSettings settings,
    UnderstoodTask understood,
    @Nullable DataException problem) {

  static TaskReading of(
      Reading reading, Dataset data, TaskSettings settings, List<Question> questions) {
    Understanding understanding = new Understanding(reading, data, settings, questions);
    UnderstoodTask task = understanding.task();
    return new TaskReading(reading, settings, task, understanding.problem());
  }

  /**
   * Returns the task for a creation.
   *
   * @throws TaskException if the target is unclear or the task is not built
   * @throws DataException if nothing is left to learn from
   */
  TaskSpec built() {
    if (problem != null) {
      throw problem;
    }
    Unsupported.of(understood)
        .ifPresent(
            what -> {
              throw what.because(evidence(), understood);
            });
    if (understood.targets().isEmpty()) {
      throw unclear();
    }
    boolean derived =
        understood.questions().stream()
            .anyMatch(question -> question.about() == Question.About.DERIVATION);
    if (derived || understood.details().derivation() != null) {
      throw Unsupported.DERIVED.because(understood.objective().reason(), understood);
    }
    requireFeatures();
    Inferred<io.nncreator.api.task.Metric> metric = understood.metric();
    if (metric == null) {
      throw new IllegalStateException(understood.objective() + " has no metric.");
    }
    return new TaskSpec(
        understood.description(),
        understood.language(),
        understood.modality(),
        understood.objective(),
        understood.targets().get(0),
        metric,
        understood.split(),
        understood.positiveClass(),
        understood.groupColumn(),
        understood.timeColumn(),
        understood.excluded(),
        understood.questions().stream().map(Question::text).toList());
  }

  private String evidence() {
    if (settings.objective() != null && !settings.objective().built()) {
      return "the objective is set so";
    }
    return understood.objective().value().built()
        ? understood.modality().reason()
        : understood.objective().reason();
  }

  private void requireFeatures() {
    List<String> left = understood.excluded().stream().map(Inferred::value).toList();
    String target = understood.targets().get(0).value();
    boolean any =
        reading.profile().columns().stream()
            .map(ColumnProfile::name)
            .anyMatch(name -> !name.equals(target) && !left.contains(name));
    if (!any) {
      throw new DataException(
          ErrorCode.DATA_NO_FEATURES,
          "No column is left to tell ("
              + CleanText.label(target)
              + ") from; left out are "
              + ColumnLookup.list(left)
              + ". Maybe leave out fewer columns, or add some that say more.");
    }
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
            + " by .target(\"..\") or by --target.",
        understood);
  }
}
