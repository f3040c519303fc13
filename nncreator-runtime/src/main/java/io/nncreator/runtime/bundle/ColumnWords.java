// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.bundle;

import io.nncreator.runtime.pipeline.RawType;
import java.time.Instant;

/** What was seen in a column, in plain words. */
final class ColumnWords {
  private ColumnWords() {}

  static String seen(ColumnSchema column) {
    return values(column) + (column.missingSeen() ? ", some missing" : "");
  }

  private static String values(ColumnSchema column) {
    Double min = column.min();
    Double max = column.max();
    if (column.type() == RawType.CATEGORY) {
      return column.levels().size() + " levels";
    }
    if (column.type() == RawType.BOOLEAN) {
      return "true, false";
    }
    if (min == null || max == null) {
      return "numbers";
    }
    return column.type() == RawType.TIMESTAMP
        ? Instant.ofEpochSecond(min.longValue()) + " to " + Instant.ofEpochSecond(max.longValue())
        : min + " to " + max;
  }
}
