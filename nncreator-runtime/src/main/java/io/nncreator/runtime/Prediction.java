// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The answer for one row.
 *
 * @param value the name of a class ({@link String}) or a number ({@link Double})
 * @param probabilities of every class in the order of the task; empty for regression
 * @param notes what the reader of the answer should know about the row, in plain words: a category
 *     or a number unlike those of the training data
 */
public record Prediction(Object value, Map<String, Double> probabilities, List<String> notes) {
  /** Copies map and list. */
  public Prediction {
    Objects.requireNonNull(value, "value");
    probabilities = Collections.unmodifiableMap(new LinkedHashMap<>(probabilities));
    notes = List.copyOf(notes);
  }

  /**
   * Returns the predicted class.
   *
   * @throws IllegalStateException if the answer is a number
   */
  public String label() {
    if (value instanceof String label) {
      return label;
    }
    throw new IllegalStateException("The answer is a number. Maybe use number().");
  }

  /**
   * Returns the predicted number.
   *
   * @throws IllegalStateException if the answer is a class
   */
  public double number() {
    if (value instanceof Double number) {
      return number;
    }
    throw new IllegalStateException("The answer is a class. Maybe use label().");
  }

  /**
   * Returns the probability of a class, from 0 to 1.
   *
   * @throws IllegalArgumentException if there is no such class
   */
  public double probability(String label) {
    Double probability = probabilities.get(label);
    if (probability == null) {
      throw new IllegalArgumentException(
          "There is no class (" + label + "). The classes are " + probabilities.keySet() + ".");
    }
    return probability;
  }
}
