// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.release;

import io.nncreator.api.data.Column;
import io.nncreator.api.data.ColumnKind;
import io.nncreator.api.data.ColumnProfile;
import io.nncreator.core.internal.creation.Understanding;
import io.nncreator.core.internal.features.LearningTable;
import io.nncreator.runtime.bundle.ColumnSchema;
import io.nncreator.runtime.bundle.DataSchema;
import io.nncreator.runtime.pipeline.FeaturePipeline;
import io.nncreator.runtime.pipeline.RawColumn;
import io.nncreator.runtime.pipeline.RawType;
import io.nncreator.runtime.pipeline.Vocabulary;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Describes the raw columns of a network as they were in the rows that it learnt from. */
final class SchemaFitter {
  private SchemaFitter() {}

  static DataSchema fit(Understanding understanding, FeaturePipeline pipeline, int[] rows) {
    LearningTable table = understanding.table();
    List<ColumnSchema> columns =
        pipeline.columns().stream()
            .map(column -> describe(understanding, pipeline, column, rows))
            .toList();
    String name = table.task().target().value();
    ColumnKind kind = table.classification() ? ColumnKind.CATEGORY : ColumnKind.NUMBER;
    double[] truth = Arrays.stream(rows).mapToDouble(row -> value(table, row)).toArray();
    ColumnSchema target =
        new ColumnSchema(
            name,
            table.classification() ? RawType.CATEGORY : RawType.NUMBER,
            kind,
            false,
            table.classes(),
            table.classification() ? null : Arrays.stream(truth).min().orElse(0),
            table.classification() ? null : Arrays.stream(truth).max().orElse(0),
            null);
    return new DataSchema(columns, target);
  }

  private static double value(LearningTable table, int row) {
    return table.classification() ? table.labels()[row] : table.values()[row];
  }

  private static ColumnSchema describe(
      Understanding understanding, FeaturePipeline pipeline, RawColumn raw, int[] rows) {
    Column column = understanding.table().data().column(raw.name()).select(rows);
    ColumnKind kind =
        understanding
            .profile()
            .column(raw.name())
            .map(ColumnProfile::kind)
            .orElse(ColumnKind.NUMBER);
    boolean missing = IntStream.range(0, column.size()).anyMatch(column::missing);
    double[] numbers =
        column instanceof Column.Numbers cells
            ? Arrays.stream(cells.cells()).filter(Double::isFinite).toArray()
            : new double[0];
    return new ColumnSchema(
        raw.name(),
        raw.type(),
        kind,
        missing,
        levels(pipeline, raw),
        least(numbers),
        greatest(numbers),
        understanding.dateStyles().get(raw.name()));
  }

  private static List<String> levels(FeaturePipeline pipeline, RawColumn raw) {
    if (raw.type() != RawType.CATEGORY) {
      return List.of();
    }
    return pipeline.textCodes(raw.name()) instanceof Vocabulary vocabulary
        ? vocabulary.levels()
        : List.of();
  }

  private static @Nullable Double least(double[] numbers) {
    return numbers.length == 0 ? null : (Double) Arrays.stream(numbers).min().getAsDouble();
  }

  private static @Nullable Double greatest(double[] numbers) {
    return numbers.length == 0 ? null : (Double) Arrays.stream(numbers).max().getAsDouble();
  }
}
