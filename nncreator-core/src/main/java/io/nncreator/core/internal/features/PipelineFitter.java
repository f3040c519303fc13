// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.features;

import io.nncreator.api.data.Column;
import io.nncreator.api.data.ColumnKind;
import io.nncreator.api.data.ColumnProfile;
import io.nncreator.api.data.DataProfile;
import io.nncreator.api.data.Dataset;
import io.nncreator.api.error.DataException;
import io.nncreator.api.error.ErrorCode;
import io.nncreator.api.task.TaskSpec;
import io.nncreator.runtime.pipeline.Encoding;
import io.nncreator.runtime.pipeline.FeaturePipeline;
import io.nncreator.runtime.pipeline.RawColumn;
import io.nncreator.runtime.pipeline.RawType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Learns a feature pipeline from training rows; no other row has a part in it. */
public final class PipelineFitter {
  /** Up to this many levels a category becomes one column per level; beyond, an embedding. */
  static final int ONE_HOT_LEVELS = 12;

  /** A level of an embedded category with fewer rows is treated as unknown. */
  static final int EMBEDDED_LEVEL_ROWS = 2;

  /** Levels kept at most for one category. */
  static final int MAX_LEVELS = 10_000;

  /** Where the smooth clip bends; RealMLP, arXiv 2407.04491. */
  static final double CLIP = 3;

  private PipelineFitter() {}

  /**
   * Fits.
   *
   * @param rows training rows
   * @param profile tells the kind of each column
   * @param task tells the target and the columns that are left out
   * @throws DataException if no column is left to learn from
   */
  public static FeaturePipeline fit(Dataset rows, DataProfile profile, TaskSpec task) {
    Set<String> out =
        task.excluded().stream().map(inferred -> inferred.value()).collect(Collectors.toSet());
    List<RawColumn> columns = new ArrayList<>();
    List<Encoding> encodings = new ArrayList<>();
    for (ColumnProfile column : profile.columns()) {
      if (column.name().equals(task.target().value()) || out.contains(column.name())) {
        continue;
      }
      Encoding encoding = encode(rows.column(column.name()), column.kind());
      if (encoding != null) {
        columns.add(new RawColumn(column.name(), rawType(column.kind())));
        encodings.add(encoding);
      }
    }
    if (encodings.isEmpty()) {
      throw new DataException(
          ErrorCode.DATA_NO_FEATURES,
          "No column besides the target ("
              + task.target().value()
              + ") can be learnt from: all others are constant, identifiers, texts without words in"
              + " common or left out. Maybe add columns.");
    }
    return new FeaturePipeline(columns, encodings);
  }

  private static RawType rawType(ColumnKind kind) {
    return switch (kind) {
      case NUMBER -> RawType.NUMBER;
      case BOOLEAN -> RawType.BOOLEAN;
      case DATE_TIME -> RawType.TIMESTAMP;
      case CATEGORY, TEXT, IDENTIFIER, CONSTANT -> RawType.CATEGORY;
    };
  }

  private static @Nullable Encoding encode(Column column, ColumnKind kind) {
    return switch (kind) {
      case NUMBER -> scaled((Column.Numbers) column);
      case BOOLEAN -> flag((Column.Numbers) column);
      case DATE_TIME -> date((Column.Numbers) column);
      case CATEGORY -> category((Column.Texts) column);
      case TEXT -> column instanceof Column.Texts texts ? WordFitter.fit(texts) : null;
      case IDENTIFIER, CONSTANT -> null;
    };
  }

  private static @Nullable Encoding scaled(Column.Numbers column) {
    NumberScale scale = NumberScale.of(column.cells());
    return scale == null
        ? null
        : new Encoding.ScaledNumber(
            column.name(), scale.center(), scale.center(), scale.scale(), anyMissing(column), CLIP);
  }

  private static @Nullable Encoding flag(Column.Numbers column) {
    boolean missing = anyMissing(column);
    NumberScale spread = NumberScale.of(column.cells());
    return spread == null && !missing ? null : new Encoding.Flag(column.name(), missing);
  }

  private static @Nullable Encoding date(Column.Numbers column) {
    NumberScale scale = NumberScale.of(column.cells());
    if (scale == null) {
      return null;
    }
    double span = scale.max() - scale.min();
    boolean withTime =
        IntStream.range(0, column.size())
            .anyMatch(row -> !column.missing(row) && column.cells()[row] % 86_400 != 0);
    return new Encoding.DateParts(
        column.name(),
        scale.center(),
        scale.center(),
        scale.scale(),
        span > 60 * 86_400.0,
        span > 7 * 86_400.0,
        withTime,
        anyMissing(column));
  }

  private static @Nullable Encoding category(Column.Texts column) {
    Map<String, Integer> counts = new HashMap<>();
    for (String cell : column.cells()) {
      if (cell != null) {
        counts.merge(cell, 1, Integer::sum);
      }
    }
    boolean missing = anyMissing(column);
    if (counts.size() + (missing ? 1 : 0) < 2) {
      return null;
    }
    boolean oneHot = counts.size() <= ONE_HOT_LEVELS;
    List<String> levels =
        counts.entrySet().stream()
            .filter(level -> oneHot || level.getValue() >= EMBEDDED_LEVEL_ROWS)
            .sorted(
                Map.Entry.<String, Integer>comparingByValue()
                    .reversed()
                    .thenComparing(Map.Entry.comparingByKey()))
            .limit(MAX_LEVELS)
            .map(Map.Entry::getKey)
            .toList();
    return oneHot
        ? new Encoding.OneHotCategory(column.name(), levels, missing)
        : new Encoding.EmbeddedCategory(column.name(), levels);
  }

  private static boolean anyMissing(Column column) {
    return IntStream.range(0, column.size()).anyMatch(column::missing);
  }
}
