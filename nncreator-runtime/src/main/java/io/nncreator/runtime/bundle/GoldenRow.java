// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.bundle;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A raw row and the answer that the network gave on the day it was made. Whoever loads the bundle
 * must get the same answer.
 *
 * @param row column to cell as text; null = missing
 * @param number answer of a regression, or null
 * @param label answer of a classification, or null
 * @param probabilities of the classes in the order of the target; empty for regression
 */
public record GoldenRow(
    Map<String, @Nullable String> row,
    @Nullable Double number,
    @Nullable String label,
    List<Double> probabilities) {
  /** Copies row and probabilities. */
  public GoldenRow {
    row = Collections.unmodifiableMap(new LinkedHashMap<>(row));
    probabilities = List.copyOf(probabilities);
  }
}
