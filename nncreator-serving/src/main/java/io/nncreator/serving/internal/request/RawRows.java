// SPDX-License-Identifier: Apache-2.0
package io.nncreator.serving.internal.request;

import io.nncreator.serving.internal.problem.FieldProblem;
import io.nncreator.serving.internal.problem.Refusal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads 32-bit little-endian floating-point numbers, row after row in the order of the columns. */
public final class RawRows {
  private RawRows() {}

  /**
   * Reads a body.
   *
   * @throws Refusal if it is not a whole number of rows, or a number is not finite
   */
  public static Rows read(byte[] body, List<String> columns, int mostRows) {
    int width = columns.size() * Float.BYTES;
    if (body.length % width != 0) {
      throw new Refusal(
          400,
          "The body has "
              + body.length
              + " bytes, must be a multiple of "
              + width
              + ": "
              + columns.size()
              + " 32-bit numbers a row.");
    }
    RequestLimits.requireRows(body.length / width, mostRows);
    ByteBuffer numbers = ByteBuffer.wrap(body).order(ByteOrder.LITTLE_ENDIAN);
    List<Map<String, @Nullable Object>> rows = new ArrayList<>(body.length / width);
    while (numbers.hasRemaining()) {
      Map<String, @Nullable Object> cells = new LinkedHashMap<>();
      for (String column : columns) {
        float cell = numbers.getFloat();
        if (!Float.isFinite(cell)) {
          throw Refusal.invalid(
              FieldProblem.pointer(rows.size(), column),
              "The number is not finite. Maybe send JSON, where null says that it is unknown.");
        }
        cells.put(column, (double) cell);
      }
      rows.add(cells);
    }
    return new Rows(rows);
  }
}
