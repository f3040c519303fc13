// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.planning;

/**
 * How candidates are compared and how the final score is made.
 *
 * @param folds number of folds within which candidates are compared; each gives one member of the
 *     final network
 * @param outerFolds number of times that the whole procedure is repeated without a part of the
 *     rows, which then judges it; 0 when rows are held out instead
 * @param holdoutRows rows kept back from everything for the final score; 0 with outer folds
 */
public record ValidationScheme(int folds, int outerFolds, int holdoutRows) {
  /** Returns the scheme in plain words. */
  public String describe() {
    String compare =
        "Candidates are compared by "
            + folds
            + "-fold cross-validation, and the "
            + folds
            + " networks of the best one are averaged. ";
    return compare
        + (outerFolds > 0
            ? "Rows are few, so all of them are learnt from; for the score the whole procedure is"
                + " repeated "
                + outerFolds
                + " times, each time judged on rows kept back from it."
            : "The score comes from " + holdoutRows + " rows that were held out of everything.");
  }

  /** Returns how many times the whole procedure runs. */
  public int runs() {
    return 1 + outerFolds;
  }
}
