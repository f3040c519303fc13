// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.onnx;

import io.nncreator.runtime.pipeline.RawRows;
import io.nncreator.runtime.pipeline.TextCodes;
import io.nncreator.runtime.pipeline.Vocabulary;
import java.nio.DoubleBuffer;
import java.nio.LongBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes raw columns row by row into the matrices of numbers and codes. Thread-safe. */
final class RawFeeder {
  private final int numbers;
  private final List<TextCodes> texts;
  private final int width;
  private final int widest;

  /** Takes a code of the matrix, by its place. */
  private interface CodeSink {
    void put(int place, long code);
  }

  RawFeeder(int numbers, List<TextCodes> texts) {
    this.numbers = numbers;
    this.texts = List.copyOf(texts);
    this.width = texts.stream().mapToInt(TextCodes::width).sum();
    this.widest = texts.stream().mapToInt(TextCodes::width).max().orElse(0);
  }

  /**
   * Checks the number of columns.
   *
   * @throws IllegalArgumentException if it is not what the pipeline takes
   */
  void check(RawRows rows) {
    if (rows.numbers().size() != numbers || rows.texts().size() != texts.size()) {
      throw new IllegalArgumentException(
          "The rows have "
              + rows.numbers().size()
              + " number and "
              + rows.texts().size()
              + " text columns, must be "
              + numbers
              + " and "
              + texts.size()
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
    codes(rows, start, count, (place, code) -> codeMatrix[place] = code);
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
    if (width > 0) {
      LongBuffer matrix = batch.input(numbers > 0 ? 1 : 0).longs();
      codes(rows, start, count, matrix::put);
    }
  }

  private void codes(RawRows rows, int start, int count, CodeSink matrix) {
    int first = 0;
    for (int column = 0; column < texts.size(); column++) {
      @Nullable String[] cells = rows.texts().get(column);
      TextCodes text = texts.get(column);
      if (text instanceof Vocabulary vocabulary) {
        for (int row = 0; row < count; row++) {
          matrix.put(row * width + first, vocabulary.code(cells[start + row]));
        }
      } else {
        long[] codes = new long[widest];
        for (int row = 0; row < count; row++) {
          text.write(cells[start + row], codes);
          for (int i = 0; i < text.width(); i++) {
            matrix.put(row * width + first + i, codes[i]);
          }
        }
      }
      first += text.width();
    }
  }
}
