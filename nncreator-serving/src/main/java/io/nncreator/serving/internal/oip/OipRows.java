// SPDX-License-Identifier: Apache-2.0
package io.nncreator.serving.internal.oip;

import io.nncreator.runtime.bundle.ColumnSchema;
import io.nncreator.runtime.pipeline.RawType;
import io.nncreator.serving.internal.problem.FieldProblem;
import io.nncreator.serving.internal.problem.Refusal;
import io.nncreator.serving.internal.request.Rows;
import io.nncreator.serving.internal.request.Tensor;
import io.nncreator.serving.internal.request.TensorBody;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns tensors, one for each column with shape {@code [N]} or {@code [N, 1]}, into rows. */
public final class OipRows {
  private OipRows() {}

  /**
   * Returns the rows.
   *
   * @throws Refusal if a column has no tensor, or one of another shape or type
   */
  public static Rows of(TensorBody body, List<ColumnSchema> columns, int mostRows) {
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    int count = body.inputs().get(0).data().size();
    if (count > mostRows) {
      throw new Refusal(413, "The request has more than " + mostRows + " rows.");
    }
    for (int row = 0; row < count; row++) {
      rows.add(new LinkedHashMap<>());
    }
    for (int i = 0; i < body.inputs().size(); i++) {
      Tensor tensor = body.inputs().get(i);
      check(tensor, column(tensor, columns, i), count, "/inputs/" + i);
      for (int row = 0; row < count; row++) {
        rows.get(row).put(tensor.name(), tensor.data().get(row));
      }
    }
    for (ColumnSchema column : columns) {
      if (body.inputs().stream().filter(t -> t.name().equals(column.name())).count() != 1) {
        String fact = "The column (" + column.name() + ") must have exactly one input.";
        throw new Refusal(
            400, fact, List.of(new FieldProblem("/inputs", column.name(), null, fact)));
      }
    }
    return new Rows(rows);
  }

  private static ColumnSchema column(Tensor tensor, List<ColumnSchema> columns, int index) {
    return columns.stream()
        .filter(column -> column.name().equals(tensor.name()))
        .findFirst()
        .orElseThrow(
            () ->
                Refusal.invalid(
                    "/inputs/" + index + "/name",
                    "There is no column of that name. The metadata of the model names them."));
  }

  private static void check(Tensor tensor, ColumnSchema column, int rows, String place) {
    if (!OipTypes.ALL.contains(tensor.datatype())) {
      throw Refusal.invalid(place + "/datatype", "The protocol has no such data type.");
    }
    if (tensor.datatype().equals("BOOL") && column.type() == RawType.TIMESTAMP) {
      throw Refusal.invalid(place + "/datatype", "A point in time must be BYTES.");
    }
    List<Long> shape = tensor.shape();
    boolean vector = shape.size() == 1 || (shape.size() == 2 && shape.get(1) == 1);
    if (!vector || shape.get(0) != rows || tensor.data().size() != rows) {
      throw Refusal.invalid(
          place + "/shape",
          "The shape must be [N] or [N, 1], with N values in data and the same N in every input.");
    }
  }
}
