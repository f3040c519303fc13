// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.analysis;

import io.nncreator.api.error.ErrorCode;
import io.nncreator.api.error.TaskException;
import io.nncreator.api.task.UnderstoodTask;
import java.util.Optional;

/** Tasks that are recognised but not built, each with what helps today. */
enum Unsupported {
  FORECAST(
      ErrorCode.TASK_FORECAST,
      "coming values of a series",
      "add columns with earlier values (one step ago, one season ago), and predict the value from"
          + " them"),
  ANOMALY(
      ErrorCode.TASK_ANOMALY,
      "rows unlike the others, without labels",
      "add a column that marks some rows as normal or not, and predict it"),
  CLUSTERING(
      ErrorCode.TASK_CLUSTERING,
      "groups of like rows, without a target",
      "name a column to be told, if there is one"),
  MULTILABEL(
      ErrorCode.TASK_MULTILABEL,
      "any number of labels for one row",
      "make one column of yes and no for each label, and create one network for each"),
  ORDINAL(
      ErrorCode.TASK_ORDINAL,
      "grades in an order",
      "predict them as plain classes (.objective(MULTICLASS)) or as numbers"
          + " (.objective(REGRESSION))"),
  MULTI_REGRESSION(
      ErrorCode.TASK_SEVERAL_TARGETS,
      "several numbers at once",
      "create one network for each of them"),
  SEVERAL_TARGETS(
      ErrorCode.TASK_SEVERAL_TARGETS,
      "several columns at once",
      "create one network for each of them"),
  QUANTILE(
      ErrorCode.TASK_QUANTILE, "quantiles or intervals of a number", "predict the number itself"),
  DERIVED(
      ErrorCode.TASK_DERIVED,
      "classes that must first be made of a number",
      "add a column with the class of each row, and predict it, or predict the number itself"),
  TEXT(
      ErrorCode.TASK_TEXT,
      "learning from free text",
      "add columns of numbers or categories, such as counts of telling words"),
  IMAGE(
      ErrorCode.TASK_IMAGE,
      "learning from picture files",
      "give small pictures as a table with one column per pixel, which works today"),
  OTHER(
      ErrorCode.TASK_UNSUPPORTED,
      "neither classes nor a number",
      "ask for the class or the number in one column");

  private final ErrorCode code;
  private final String meaning;
  private final String remedy;

  Unsupported(ErrorCode code, String meaning, String remedy) {
    this.code = code;
    this.meaning = meaning;
    this.remedy = remedy;
  }

  /** Returns what is not built of a task; empty if all is. */
  static Optional<Unsupported> of(UnderstoodTask task) {
    Optional<Unsupported> objective =
        switch (task.objective().value()) {
          case MULTILABEL -> Optional.of(task.targets().size() > 1 ? SEVERAL_TARGETS : MULTILABEL);
          case ORDINAL -> Optional.of(ORDINAL);
          case MULTI_REGRESSION -> Optional.of(MULTI_REGRESSION);
          case QUANTILE -> Optional.of(QUANTILE);
          case FORECAST -> Optional.of(FORECAST);
          case ANOMALY -> Optional.of(ANOMALY);
          case CLUSTERING -> Optional.of(CLUSTERING);
          case UNSUPPORTED -> Optional.of(task.targets().size() > 1 ? SEVERAL_TARGETS : OTHER);
          case BINARY, MULTICLASS, REGRESSION -> Optional.empty();
        };
    return objective.or(
        () ->
            switch (task.modality().value()) {
              case TEXT -> Optional.of(TEXT);
              case IMAGE -> Optional.of(IMAGE);
              case TABULAR, TIME_SERIES, MULTIMODAL -> Optional.empty();
            });
  }

  /**
   * Makes the error.
   *
   * @param evidence why the task is taken for this one, as a clause
   * @param task what was understood
   */
  TaskException because(String evidence, UnderstoodTask task) {
    return new TaskException(
        code,
        "The task is taken for "
            + name()
            + " ("
            + meaning
            + "), because "
            + evidence
            + ". This version builds networks that tell a class or a number from the columns of a"
            + " table. Maybe "
            + remedy
            + ".",
        task);
  }
}
