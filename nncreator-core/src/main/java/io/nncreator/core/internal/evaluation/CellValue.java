// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.evaluation;

import io.nncreator.api.data.Column;
import io.nncreator.api.data.Column.NumberType;
import io.nncreator.core.internal.features.ClassName;
import io.nncreator.runtime.pipeline.RawType;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** A cell in the form in which a network takes it. */
final class CellValue {
  private CellValue() {}

  /** Returns number, truth value, point in time or text; null = missing. */
  static @Nullable Object of(Column column, int row, RawType wanted) {
    if (column.missing(row)) {
      return null;
    }
    if (wanted == RawType.CATEGORY || !(column instanceof Column.Numbers numbers)) {
      return ClassName.of(column, row);
    }
    double cell = numbers.cells()[row];
    if (wanted == RawType.TIMESTAMP && numbers.type() == NumberType.TIMESTAMP) {
      return time(cell);
    }
    return wanted == RawType.BOOLEAN ? (Object) (cell != 0) : cell;
  }

  private static LocalDateTime time(double seconds) {
    long whole = (long) Math.floor(seconds);
    return LocalDateTime.ofEpochSecond(whole, (int) ((seconds - whole) * 1e9), ZoneOffset.UTC);
  }
}
