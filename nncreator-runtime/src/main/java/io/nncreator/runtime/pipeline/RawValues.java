// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.pipeline;

import io.nncreator.api.graph.GraphBuilder;
import io.nncreator.api.graph.Op.UnaryKind;
import io.nncreator.api.graph.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Columns picked out of the raw matrices. */
final class RawValues {
  private final GraphBuilder graph;
  private final @Nullable Value numbers;
  private final @Nullable Value missing;
  private final @Nullable Value codes;

  RawValues(GraphBuilder graph, @Nullable Value numbers, @Nullable Value codes) {
    this.graph = graph;
    this.numbers = numbers;
    this.missing = numbers == null ? null : graph.unary(UnaryKind.IS_NAN, numbers);
    this.codes = codes;
  }

  /** Returns number columns side by side. */
  Value numbers(int[] columns) {
    return pick(Objects.requireNonNull(numbers, "numbers"), columns);
  }

  /** Returns for number columns side by side whether their cells are missing. */
  Value missing(int[] columns) {
    return pick(Objects.requireNonNull(missing, "numbers"), columns);
  }

  /** Returns codes side by side. */
  Value codes(int[] columns) {
    return pick(Objects.requireNonNull(codes, "codes"), columns);
  }

  private Value pick(Value matrix, int[] columns) {
    List<Value> runs = new ArrayList<>();
    int start = 0;
    while (start < columns.length) {
      int end = start + 1;
      while (end < columns.length && columns[end] == columns[end - 1] + 1) {
        end++;
      }
      boolean whole = columns[start] == 0 && end - start == matrix.shape().dim(-1);
      runs.add(whole ? matrix : graph.slice(matrix, -1, columns[start], end - start));
      start = end;
    }
    return graph.concat(-1, runs);
  }
}
