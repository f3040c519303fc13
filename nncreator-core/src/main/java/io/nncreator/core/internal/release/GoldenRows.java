// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.release;

import io.nncreator.api.data.Column;
import io.nncreator.api.data.Column.NumberType;
import io.nncreator.api.data.Dataset;
import io.nncreator.runtime.bundle.GoldenRow;
import io.nncreator.runtime.onnx.ServingSession;
import io.nncreator.runtime.pipeline.RawRows;
import io.nncreator.runtime.pipeline.TargetEncoding;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows with the answers of the day on which a network was made. */
final class GoldenRows {
  private GoldenRows() {}

  // javac 17 does not read type annotations of generics and arrays from class files.
  @SuppressWarnings("NullAway")
  static List<GoldenRow> of(ServedTrial served, Dataset rows) {
    RawRows raw = RawRows.of(served.model().pipeline(), rows);
    List<Column> columns =
        served.model().pipeline().columns().stream().map(c -> rows.column(c.name())).toList();
    List<GoldenRow> golden = new ArrayList<>();
    try (ServingSession session = ServingSession.open(served.onnx())) {
      if (served.model().target() instanceof TargetEncoding.Classes classes) {
        float[] probabilities = session.probabilities(raw);
        for (int row = 0; row < rows.rows(); row++) {
          golden.add(classified(cells(columns, row), classes.labels(), probabilities, row));
        }
      } else {
        double[] values = session.values(raw);
        for (int row = 0; row < rows.rows(); row++) {
          golden.add(new GoldenRow(cells(columns, row), values[row], null, List.of()));
        }
      }
    }
    return golden;
  }

  // javac 17 does not read type annotations of generics and arrays from class files.
  @SuppressWarnings("NullAway")
  private static GoldenRow classified(
      Map<String, @Nullable String> cells, List<String> labels, float[] answers, int row) {
    int width = labels.size();
    int best = 0;
    List<Double> probabilities = new ArrayList<>();
    for (int label = 0; label < width; label++) {
      double probability = answers[row * width + label];
      probabilities.add(probability);
      best = probability > probabilities.get(best) ? label : best;
    }
    return new GoldenRow(cells, null, labels.get(best), probabilities);
  }

  private static Map<String, @Nullable String> cells(List<Column> columns, int row) {
    Map<String, @Nullable String> cells = new LinkedHashMap<>();
    for (Column column : columns) {
      cells.put(column.name(), text(column, row));
    }
    return cells;
  }

  private static @Nullable String text(Column column, int row) {
    if (column.missing(row)) {
      return null;
    }
    if (column instanceof Column.Texts texts) {
      return texts.cells()[row];
    }
    Column.Numbers numbers = (Column.Numbers) column;
    double cell = numbers.cells()[row];
    if (numbers.type() == NumberType.TIMESTAMP) {
      long seconds = (long) Math.floor(cell);
      long nanos = Math.round((cell - seconds) * 1e9);
      return LocalDateTime.ofEpochSecond(seconds, 0, ZoneOffset.UTC).plusNanos(nanos).toString();
    }
    return numbers.type() == NumberType.BOOLEAN ? String.valueOf(cell != 0) : String.valueOf(cell);
  }
}
