// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime;

import io.nncreator.api.data.Column;
import io.nncreator.api.data.Column.NumberType;
import io.nncreator.api.data.Dataset;
import io.nncreator.api.error.BundleException;
import io.nncreator.api.error.ErrorCode;
import io.nncreator.runtime.bundle.ColumnSchema;
import io.nncreator.runtime.bundle.GoldenRow;
import io.nncreator.runtime.internal.rows.Moments;
import io.nncreator.runtime.pipeline.ColumnCells;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the golden rows of a network, and compares its answers with them. */
final class GoldenCheck {
  /**
   * Processors and versions of ONNX Runtime differ in the last bits; anything above is damage.
   * Relative to a number or, where that is larger, to the range of the target.
   */
  private static final double TOLERANCE = 1e-3;

  private GoldenCheck() {}

  static List<GoldenRow> rows(NeuralNetwork network, Dataset data) {
    List<Map<String, @Nullable String>> rows = new ArrayList<>();
    for (int row = 0; row < data.rows(); row++) {
      Map<String, @Nullable String> cells = new LinkedHashMap<>();
      for (ColumnSchema column : network.info().columns()) {
        cells.put(column.name(), text(data.column(column.name()), row));
      }
      rows.add(cells);
    }
    Predictions answers = network.predictAll(rows);
    List<GoldenRow> golden = new ArrayList<>();
    for (int row = 0; row < rows.size(); row++) {
      Prediction answer = answers.get(row);
      List<Double> probabilities = List.copyOf(answer.probabilities().values());
      boolean number = probabilities.isEmpty();
      golden.add(
          new GoldenRow(
              rows.get(row),
              number ? answer.number() : null,
              number ? null : answer.label(),
              probabilities));
    }
    return golden;
  }

  static void run(NeuralNetwork network, List<GoldenRow> golden) {
    Predictions answers = network.predictAll(golden.stream().map(GoldenRow::row).toList());
    double scale = scale(network.info().schema().target());
    for (int row = 0; row < golden.size(); row++) {
      if (!agree(golden.get(row), answers.get(row), scale)) {
        throw new BundleException(
            ErrorCode.BUNDLE_DAMAGED,
            "The bundle ("
                + network.location()
                + ") answers golden row "
                + (row + 1)
                + " with "
                + answers.get(row).value()
                + ", which is not the answer of the day it was made. Maybe copy it again from"
                + " where it came.",
            null);
      }
    }
  }

  /** Returns the range of the numbers to tell; 1, as probabilities have, where none is known. */
  private static double scale(ColumnSchema target) {
    Double min = target.min();
    Double max = target.max();
    return min == null || max == null || !(max > min) ? 1 : max - min;
  }

  private static boolean agree(GoldenRow golden, Prediction answer, double scale) {
    Double number = golden.number();
    if (number != null) {
      return answer.value() instanceof Double value && near(number, value, scale);
    }
    List<Double> now = List.copyOf(answer.probabilities().values());
    boolean agree = now.size() == golden.probabilities().size();
    for (int c = 0; agree && c < now.size(); c++) {
      agree = near(golden.probabilities().get(c), now.get(c), 1);
    }
    return agree;
  }

  private static boolean near(double a, double b, double scale) {
    return Math.abs(a - b) <= TOLERANCE * Math.max(scale, Math.abs(a));
  }

  private static @Nullable String text(Column column, int row) {
    if (column.missing(row)) {
      return null;
    }
    if (column instanceof Column.Numbers numbers) {
      double cell = numbers.cells()[row];
      return numbers.type() == NumberType.TIMESTAMP
          ? Moments.text(cell)
          : ColumnCells.text(numbers.type(), cell);
    }
    return ((Column.Texts) column).cells()[row];
  }
}
