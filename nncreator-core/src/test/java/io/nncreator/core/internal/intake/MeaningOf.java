// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.intake;

import io.nncreator.api.data.CellText;
import io.nncreator.api.data.Column;
import io.nncreator.api.data.DateStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Writes cells so that columns of different types can be compared; {@code -} = missing. */
final class MeaningOf {
  private MeaningOf() {}

  static List<String> cells(Column column) {
    List<String> cells = new ArrayList<>();
    for (int row = 0; row < column.size(); row++) {
      if (column.missing(row)) {
        cells.add("-");
      } else if (column instanceof Column.Numbers numbers) {
        cells.add(CellWriter.number(numbers.cells()[row]));
      } else {
        cells.add(String.valueOf(((Column.Texts) column).cells()[row]));
      }
    }
    return cells;
  }

  /** Reads texts as one who knows the types of the columns does. */
  static List<String> texts(Column.Texts texts, Column typed) {
    if (!(typed instanceof Column.Numbers numbers)) {
      return cells(texts);
    }
    DateStyle style = DateStyle.detect(texts.cells()).orElse(DateStyle.YEAR_FIRST);
    List<String> cells = new ArrayList<>();
    for (@Nullable String cell : texts.cells()) {
      if (cell == null) {
        cells.add("-");
        continue;
      }
      OptionalDouble value =
          switch (numbers.type()) {
            case REAL, INTEGER -> CellText.number(cell);
            case BOOLEAN -> CellText.truth(cell);
            case TIMESTAMP -> style.parse(cell);
          };
      cells.add(value.isEmpty() ? "unreadable " + cell : CellWriter.number(value.getAsDouble()));
    }
    return cells;
  }
}
