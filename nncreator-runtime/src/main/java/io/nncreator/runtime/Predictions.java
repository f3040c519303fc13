// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime;

import java.util.AbstractList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.function.IntFunction;

/**
 * The answers for many rows, column-wise: numbers and class indices lie in arrays, a {@link
 * Prediction} is only made when asked for. Immutable, thread-safe.
 */
public final class Predictions extends AbstractList<Prediction> implements RandomAccess {
  private final List<String> classes;
  private final int rows;
  private final double[] outputs;
  private final IntFunction<List<String>> notes;

  /**
   * Creates answers.
   *
   * @param classes names of the classes; empty for regression
   * @param outputs probabilities {@code [rows, classes]}, or numbers {@code [rows]}; not copied
   * @param notes of each row
   */
  Predictions(List<String> classes, double[] outputs, IntFunction<List<String>> notes) {
    this.classes = List.copyOf(classes);
    this.rows = classes.isEmpty() ? outputs.length : outputs.length / classes.size();
    this.outputs = outputs;
    this.notes = notes;
  }

  /**
   * Returns answers that come from elsewhere, as in an application's own {@link NeuralNetwork}.
   *
   * @param classes names of the classes; empty for regression
   * @param outputs probabilities {@code [rows, classes]}, or numbers {@code [rows]}
   */
  public static Predictions of(List<String> classes, double[] outputs) {
    if (!classes.isEmpty() && outputs.length % classes.size() != 0) {
      throw new IllegalArgumentException(
          outputs.length + " probabilities are not rows of " + classes.size() + " classes.");
    }
    return new Predictions(classes, outputs.clone(), row -> List.of());
  }

  /** Returns the names of the classes; empty for regression. */
  public List<String> classes() {
    return classes;
  }

  @Override
  public int size() {
    return rows;
  }

  @Override
  public Prediction get(int row) {
    Objects.checkIndex(row, rows);
    if (classes.isEmpty()) {
      return new Prediction(number(row), Map.of(), notes.apply(row));
    }
    Map<String, Double> probabilities = new LinkedHashMap<>();
    for (int c = 0; c < classes.size(); c++) {
      probabilities.put(classes.get(c), probability(row, c));
    }
    return new Prediction(classes.get(classIndex(row)), probabilities, notes.apply(row));
  }

  /**
   * Returns the predicted number of a row.
   *
   * @throws IllegalStateException if the answers are classes
   */
  public double number(int row) {
    if (!classes.isEmpty()) {
      throw new IllegalStateException("The answers are classes. Maybe use classIndex(row).");
    }
    return outputs[row];
  }

  /**
   * Returns the position in {@link #classes} of the most probable class of a row, the first one of
   * several equal ones.
   *
   * @throws IllegalStateException if the answers are numbers
   */
  public int classIndex(int row) {
    if (classes.isEmpty()) {
      throw new IllegalStateException("The answers are numbers. Maybe use number(row).");
    }
    int best = 0;
    for (int c = 1; c < classes.size(); c++) {
      if (probability(row, c) > probability(row, best)) {
        best = c;
      }
    }
    return best;
  }

  /** Returns the {@linkplain Prediction#notes notes} of a row. */
  public List<String> notes(int row) {
    return notes.apply(Objects.checkIndex(row, rows));
  }

  /** Returns the probability of a class of a row, from 0 to 1. */
  public double probability(int row, int classIndex) {
    return outputs[row * classes.size() + Objects.checkIndex(classIndex, classes.size())];
  }
}
