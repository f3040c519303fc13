// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.analysis;

import io.nncreator.api.error.ErrorCode;
import io.nncreator.api.error.TaskException;

/** Tasks that are recognised but not built, each with what helps today. */
enum Unsupported {
  FORECAST(
      "coming values of a series",
      "add columns with earlier values (one step ago, one season ago), and predict the value from"
          + " them"),
  ANOMALY(
      "rows unlike the others, without labels",
      "add a column that marks some rows as normal or not, and predict it"),
  CLUSTERING("groups of like rows, without a target", "name a column to be told, if there is one"),
  MULTILABEL(
      "any number of labels for one row",
      "make one column of yes and no for each label, and create one network for each"),
  ORDINAL(
      "grades in an order",
      "predict them as plain classes (.objective(MULTICLASS)) or as numbers"
          + " (.objective(REGRESSION))"),
  MULTI_REGRESSION("several numbers at once", "create one network for each of them"),
  SEVERAL_TARGETS("several columns at once", "create one network for each of them"),
  QUANTILE("quantiles or intervals of a number", "predict the number itself"),
  TEXT(
      "learning from free text",
      "add columns of numbers or categories, such as counts of telling words"),
  IMAGE(
      "learning from picture files",
      "give small pictures as a table with one column per pixel, which works today"),
  OTHER("neither classes nor a number", "ask for the class or the number in one column");

  private final String meaning;
  private final String remedy;

  Unsupported(String meaning, String remedy) {
    this.meaning = meaning;
    this.remedy = remedy;
  }

  /**
   * Makes the error.
   *
   * @param evidence why the task is taken for this one, as a clause
   */
  TaskException because(String evidence) {
    return new TaskException(
        ErrorCode.TASK_UNSUPPORTED,
        "The task is taken for "
            + name()
            + " ("
            + meaning
            + "), because "
            + evidence
            + ". This version builds networks that tell a class or a number from the columns of a"
            + " table. Maybe "
            + remedy
            + ".");
  }
}
