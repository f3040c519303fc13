// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.evaluation;

import io.nncreator.api.data.CellText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Finds the class that a text names. Immutable. */
final class ClassFinder {
  private final Map<String, Integer> exact = new HashMap<>();
  private final Map<Double, Integer> numbers = new HashMap<>();
  private final Map<Double, Integer> truths = new HashMap<>();

  ClassFinder(List<String> classes) {
    for (int i = 0; i < classes.size(); i++) {
      exact.put(classes.get(i), i);
      OptionalDouble number = CellText.number(classes.get(i));
      if (number.isPresent()) {
        numbers.put(number.getAsDouble(), i);
      }
      OptionalDouble truth = CellText.truth(classes.get(i));
      if (truth.isPresent()) {
        truths.put(truth.getAsDouble(), i);
      }
    }
  }

  /** Returns the index of a class written exactly so, as an equal number or truth value, or -1. */
  int find(String text) {
    Integer index = exact.get(text);
    if (index != null) {
      return index;
    }
    OptionalDouble number = CellText.number(text);
    if (number.isPresent()) {
      return numbers.getOrDefault(number.getAsDouble(), -1);
    }
    OptionalDouble truth = CellText.truth(text);
    return truth.isPresent() ? truths.getOrDefault(truth.getAsDouble(), -1) : -1;
  }
}
