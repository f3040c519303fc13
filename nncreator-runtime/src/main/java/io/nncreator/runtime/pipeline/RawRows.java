// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.pipeline;

import io.nncreator.api.data.Dataset;
import java.util.ArrayList;
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

  /**
   * Picks the columns of a pipeline out of a table by name; other columns are ignored.
   *
   * @throws io.nncreator.api.error.DataException if a column is missing
   * @throws io.nncreator.api.error.PredictionException if a column holds texts where numbers are
   *     due
   */
  public static RawRows of(FeaturePipeline pipeline, Dataset data) {
    List<double[]> numbers = new ArrayList<>();
    for (RawColumn column : pipeline.numberColumns()) {
      numbers.add(ColumnCells.numbers(data.column(column.name())));
    }
    List<@Nullable String[]> texts = new ArrayList<>();
    for (RawColumn column : pipeline.categoryColumns()) {
      texts.add(ColumnCells.texts(data.column(column.name())));
    }
    return new RawRows(data.rows(), numbers, texts);
  }

  private static void requireLength(int rows, int cells) {
    if (cells != rows) {
      throw new IllegalArgumentException(
          "A raw column has " + cells + " cells for " + rows + " rows.");
    }
  }
}
