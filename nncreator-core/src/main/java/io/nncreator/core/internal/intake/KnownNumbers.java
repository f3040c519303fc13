// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.intake;

import io.nncreator.api.data.CellText;
import io.nncreator.api.data.Column.NumberType;
import io.nncreator.api.data.DateStyle;
import io.nncreator.runtime.table.LocalNumbers;
import org.jspecify.annotations.Nullable;

/** A column of which it is known what its cells stand for; others count as missing. */
final class KnownNumbers implements Cells {
  private final NumberType type;
  private final @Nullable DateStyle style;
  private final @Nullable LocalNumbers way;
  private final NumberScanner scanner = new NumberScanner();
  private final DoubleCells numbers = new DoubleCells();
  private String lastText = "";
  private double lastNumber = Double.NaN;

  /**
   * Creates an empty column.
   *
   * @param style how points in time are written
   * @param way how numbers are written, or null for the plain way
   */
  KnownNumbers(NumberType type, @Nullable DateStyle style, @Nullable LocalNumbers way) {
    this.type = type;
    this.style = style;
    this.way = way;
  }

  @Override
  public void add(char[] text, int start, int end) {
    boolean plain = way == null && (type == NumberType.INTEGER || type == NumberType.REAL);
    numbers.add(
        plain ? scanner.scan(text, start, end) : meaning(new String(text, start, end - start)));
  }

  @Override
  public void addMissing() {
    numbers.add(Double.NaN);
  }

  double[] toArray() {
    return numbers.toArray();
  }

  private double meaning(String text) {
    if (!text.equals(lastText)) {
      lastText = text;
      lastNumber = read(text);
    }
    return lastNumber;
  }

  private double read(String text) {
    return switch (type) {
      case BOOLEAN -> CellText.truth(text).orElse(Double.NaN);
      case TIMESTAMP -> style == null ? Double.NaN : style.parse(text).orElse(Double.NaN);
      case INTEGER, REAL ->
          way == null || !way.writes(text)
              ? Double.NaN
              : CellText.number(way.plain(text)).orElse(Double.NaN);
    };
  }
}
