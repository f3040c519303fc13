// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.onnx;

import io.nncreator.runtime.pipeline.RawRows;
import io.nncreator.runtime.pipeline.Vocabulary;
import java.nio.DoubleBuffer;
import java.nio.LongBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes raw columns row by row into the matrices of numbers and codes. */
final class RawFeeder {
  private final int numbers;
  private final List<Vocabulary> vocabularies;

  RawFeeder(int numbers, List<Vocabulary> vocabularies) {
    this.numbers = numbers;
    this.vocabularies = List.copyOf(vocabularies);
  }

  /**
   * Checks the number of columns.
   *
   * @throws IllegalArgumentException if it is not what the pipeline takes
   */
  void check(RawRows rows) {
    if (rows.numbers().size() != numbers || rows.texts().size() != vocabularies.size()) {
      throw new IllegalArgumentException(
          "The rows have "
              + rows.numbers().size()
              + " number and "
              + rows.texts().size()
              + " text columns, must be "
              + numbers
              + " and "
              + vocabularies.size()
              + ".");
    }
  }

  /** Writes rows into a matrix of numbers and one of codes. */
  void fill(RawRows rows, double[] numberMatrix, double[] codeMatrix, int start, int count) {
    for (int column = 0; column < numbers; column++) {
      double[] cells = rows.numbers().get(column);
      for (int row = 0; row < count; row++) {
        numberMatrix[row * numbers + column] = cells[start + row];
      }
    }
    int texts = vocabularies.size();
    for (int column = 0; column < texts; column++) {
      @Nullable String[] cells = rows.texts().get(column);
      Vocabulary vocabulary = vocabularies.get(column);
      for (int row = 0; row < count; row++) {
        codeMatrix[row * texts + column] = vocabulary.code(cells[start + row]);
      }
    }
  }

  /** Fills a batch whose inputs are the numbers, if there are any, then the codes, if any. */
  void fill(RawRows rows, RowBatch batch, int start, int count) {
    if (numbers > 0) {
      DoubleBuffer matrix = batch.input(0).doubles();
      for (int column = 0; column < numbers; column++) {
        double[] cells = rows.numbers().get(column);
        for (int row = 0; row < count; row++) {
          matrix.put(row * numbers + column, cells[start + row]);
        }
      }
    }
    int texts = vocabularies.size();
    if (texts > 0) {
      LongBuffer matrix = batch.input(numbers > 0 ? 1 : 0).longs();
      for (int column = 0; column < texts; column++) {
        @Nullable String[] cells = rows.texts().get(column);
        Vocabulary vocabulary = vocabularies.get(column);
        for (int row = 0; row < count; row++) {
          matrix.put(row * texts + column, vocabulary.code(cells[start + row]));
        }
      }
    }
  }
}
