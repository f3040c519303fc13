// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.scoring;

/** Answers beside the truth, one per row. The arrays are shared: treat them as frozen. */
public sealed interface Predictions {
  /** Returns the number of rows. */
  int rows();

  /** Returns chosen rows in their order. */
  Predictions select(int[] rows);

  /**
   * Answers that are one of several classes; the answered class is the most probable one, the first
   * of equals.
   *
   * @param probabilities of every class, row-major
   * @param classes number of classes, at least 2
   * @param labels true class of each row, from 0
   * @param positive class that F1, F2, recall, precision and average precision look for; -1 = the
   *     mean over the classes
   */
  static Classes classes(double[] probabilities, int classes, int[] labels, int positive) {
    return new Classes(probabilities, classes, labels, positive);
  }

  /** See {@link #classes(double[], int, int[], int)}. */
  static Classes classes(float[] probabilities, int classes, int[] labels, int positive) {
    double[] wide = new double[probabilities.length];
    for (int i = 0; i < wide.length; i++) {
      wide[i] = probabilities[i];
    }
    return new Classes(wide, classes, labels, positive);
  }

  /** Answers that are numbers. */
  static Values values(double[] predicted, double[] truth) {
    return new Values(predicted, truth);
  }

  /** See {@link #classes(double[], int, int[], int)}. */
  @SuppressWarnings("ArrayRecordComponent")
  record Classes(double[] probabilities, int classes, int[] labels, int positive)
      implements Predictions {
    /** Checks sizes and labels. */
    public Classes {
      if (classes < 2 || probabilities.length != (long) labels.length * classes) {
        throw new IllegalArgumentException(
            "The probabilities ("
                + probabilities.length
                + ") do not fit "
                + labels.length
                + " rows of "
                + classes
                + " classes.");
      }
      for (int label : labels) {
        if (label < 0 || label >= classes) {
          throw new IllegalArgumentException(
              "The label (" + label + ") is not from 0 to " + (classes - 1) + ".");
        }
      }
      if (positive < -1 || positive >= classes) {
        throw new IllegalArgumentException("There is no class (" + positive + ").");
      }
    }

    @Override
    public int rows() {
      return labels.length;
    }

    /** Returns the probability of a class. */
    public double probability(int row, int label) {
      return probabilities[row * classes + label];
    }

    /** Returns the answered class. */
    public int answer(int row) {
      int best = 0;
      for (int label = 1; label < classes; label++) {
        if (probability(row, label) > probability(row, best)) {
          best = label;
        }
      }
      return best;
    }

    @Override
    public Classes select(int[] rows) {
      double[] chosen = new double[rows.length * classes];
      int[] truth = new int[rows.length];
      for (int i = 0; i < rows.length; i++) {
        System.arraycopy(probabilities, rows[i] * classes, chosen, i * classes, classes);
        truth[i] = labels[rows[i]];
      }
      return new Classes(chosen, classes, truth, positive);
    }
  }

  /** See {@link #values}. */
  @SuppressWarnings("ArrayRecordComponent")
  record Values(double[] predicted, double[] truth) implements Predictions {
    /** Checks sizes. */
    public Values {
      if (predicted.length != truth.length) {
        throw new IllegalArgumentException(
            "There are " + predicted.length + " answers to " + truth.length + " rows.");
      }
    }

    @Override
    public int rows() {
      return truth.length;
    }

    @Override
    public Values select(int[] rows) {
      double[] answers = new double[rows.length];
      double[] expected = new double[rows.length];
      for (int i = 0; i < rows.length; i++) {
        answers[i] = predicted[rows[i]];
        expected[i] = truth[rows[i]];
      }
      return new Values(answers, expected);
    }
  }
}
