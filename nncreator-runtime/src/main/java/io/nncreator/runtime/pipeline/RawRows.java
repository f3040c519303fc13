// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.pipeline;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Raw rows column by column, in the order of a pipeline's columns. Arrays are shared, not copied.
 *
 * @param rows number of rows
 * @param numbers one array per number column, NaN = missing
 * @param texts one array per category column, null or empty = missing
 */
public record RawRows(int rows, List<double[]> numbers, List<@Nullable String[]> texts) {
  /** Checks the lengths. */
  public RawRows {
    numbers = List.copyOf(numbers);
    texts = List.copyOf(texts);
    for (double[] cells : numbers) {
      requireLength(rows, cells.length);
    }
    for (@Nullable String[] cells : texts) {
      requireLength(rows, cells.length);
    }
  }

  private static void requireLength(int rows, int cells) {
    if (cells != rows) {
      throw new IllegalArgumentException(
          "A raw column has " + cells + " cells for " + rows + " rows.");
    }
  }
}
