// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.intake;

import io.nncreator.api.data.Column;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Writes numbers as texts that {@code CellText} and {@code DateStyle} read back to the same. */
final class CellWriter {
  private static final double EXACT = 1e15;

  private CellWriter() {}

  static Column.Texts write(Column.Numbers column) {
    TextCells texts = new TextCells();
    for (int row = 0; row < column.size(); row++) {
      texts.add(column.missing(row) ? null : write(column.type(), column.cells()[row]));
    }
    return texts.column(column.name());
  }

  private static String write(Column.NumberType type, double value) {
    return switch (type) {
      case REAL -> number(value);
      case INTEGER -> number(value);
      case BOOLEAN -> value == 0 ? "false" : "true";
      case TIMESTAMP -> time(value);
    };
  }

  static String number(double value) {
    boolean whole = value == Math.rint(value) && Math.abs(value) < EXACT;
    return whole ? Long.toString((long) value) : Double.toString(value);
  }

  private static String time(double seconds) {
    double whole = Math.floor(seconds);
    int nanos = (int) Math.min(999_999_999, Math.round((seconds - whole) * 1e6) * 1_000);
    return LocalDateTime.ofEpochSecond((long) whole, nanos, ZoneOffset.UTC).toString();
  }
}
