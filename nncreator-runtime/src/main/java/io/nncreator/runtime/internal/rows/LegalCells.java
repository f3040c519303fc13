// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.internal.rows;

import io.nncreator.api.data.DateStyle;
import io.nncreator.runtime.pipeline.RawType;
import org.jspecify.annotations.Nullable;

/** What may stand in a cell, in plain words. */
public final class LegalCells {
  private LegalCells() {}

  /** Returns the rule for cells of a type. */
  public static String of(RawType type, @Nullable DateStyle style) {
    return switch (type) {
      case NUMBER -> "a number such as 12.5";
      case BOOLEAN -> "true or false (also yes or no, 1 or 0)";
      case CATEGORY -> "a text, number, truth value or enum constant";
      case TIMESTAMP ->
          "a java.time value or a date such as 2026-01-31 or 2026-01-31T09:05"
              + (style == null || style == DateStyle.YEAR_FIRST ? "" : ", or " + example(style));
    };
  }

  private static String example(DateStyle style) {
    return switch (style) {
      case YEAR_FIRST -> "2026-01-31";
      case DAY_FIRST -> "31.01.2026";
      case MONTH_FIRST -> "01/31/2026";
      case MONTH_NAME -> "31 Jan 2026";
    };
  }
}
