// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.bundle;

import java.util.List;
import java.util.Objects;

/**
 * How the cells of one column, or the answers of a network, were distributed over bins. The bins of
 * numbers are divided by edges, each edge belonging to the bin below it; the bins of texts are some
 * levels. Behind them come two more: all other texts (always empty for numbers), and missing cells.
 *
 * @param name of the column
 * @param edges in rising order; empty for texts
 * @param levels of texts; empty for numbers
 * @param shares of the bins, which add up to 1
 */
public record Distribution(
    String name, List<Double> edges, List<String> levels, List<Double> shares) {
  /** Checks that there is a share for each bin. */
  public Distribution {
    Objects.requireNonNull(name, "name");
    edges = List.copyOf(edges);
    levels = List.copyOf(levels);
    shares = List.copyOf(shares);
    for (int i = 1; i < edges.size(); i++) {
      if (!(edges.get(i - 1) < edges.get(i))) {
        throw new IllegalArgumentException("The edges of (" + name + ") do not rise.");
      }
    }
    int bins = (levels.isEmpty() ? edges.size() + 1 : levels.size()) + 2;
    if (shares.size() != bins || (!levels.isEmpty() && !edges.isEmpty())) {
      throw new IllegalArgumentException(
          "The distribution of (" + name + ") has " + shares.size() + " shares, not " + bins + ".");
    }
  }

  /** Returns whether its bins are levels of texts. */
  public boolean texts() {
    return !levels.isEmpty();
  }

  /** Returns the bin of missing cells. */
  public int missing() {
    return shares.size() - 1;
  }

  /** Returns the bin of texts that are none of the levels. */
  public int other() {
    return shares.size() - 2;
  }

  /** Returns the bin of a number; that of missing cells for NaN. */
  public int bin(double number) {
    if (Double.isNaN(number)) {
      return missing();
    }
    int low = 0;
    int high = edges.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (number <= edges.get(middle)) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
