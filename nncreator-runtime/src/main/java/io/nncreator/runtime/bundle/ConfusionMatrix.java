// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.bundle;

import java.util.List;

/**
 * How often each class was taken for each other one.
 *
 * @param classes names, in the order of rows and columns
 * @param counts for each true class the number of rows by predicted class
 */
public record ConfusionMatrix(List<String> classes, List<List<Integer>> counts) {
  /** Copies the lists and checks that the matrix is square. */
  public ConfusionMatrix {
    classes = List.copyOf(classes);
    counts = counts.stream().map(List::copyOf).toList();
    int size = classes.size();
    if (counts.size() != size || counts.stream().anyMatch(row -> row.size() != size)) {
      throw new IllegalArgumentException(
          "The confusion matrix must have " + size + " rows of " + size + " counts.");
    }
  }
}
