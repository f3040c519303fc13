// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.planning;

/**
 * How candidates are compared and how the final score is made.
 *
 * @param folds number of folds within which candidates are compared; each gives one member of the
 *     final network
 * @param outerFolds number of parts of the rows; for each that judges, the whole procedure is
 *     repeated without it; 0 when rows are held out instead
 * @param holdoutRows rows kept back from everything for the final score; 0 with outer folds
 * @param latest whether the latest rows judge alone, because the future is to be told: then only
 *     the last of the outer folds judges
 */
public record ValidationScheme(int folds, int outerFolds, int holdoutRows, boolean latest) {
  /** Returns the scheme in plain words. */
  public String describe() {
    String compare =
        "Candidates are compared by "
            + folds
            + "-fold cross-validation; of the best one, or of the best few together, the "
            + folds
            + " networks of all folds are averaged. ";
    if (outerFolds == 0) {
      return compare
          + "The score comes from "
          + (latest ? "the latest " : "")
          + holdoutRows
          + " rows that were held out of everything.";
    }
    return compare
        + "Rows are few, so all of them are learnt from; for the score the whole procedure is"
        + " repeated "
        + (latest
            ? "without the latest of " + outerFolds + " parts of the rows, which then judges it."
            : outerFolds + " times, each time judged on rows kept back from it.");
  }

  /** Returns the first of the outer folds that judges; all later ones do too. */
  public int firstJudge() {
    return latest ? Math.max(0, outerFolds - 1) : 0;
  }

  /** Returns how many times the whole procedure runs. */
  public int runs() {
    return 1 + outerFolds - firstJudge();
  }
}
