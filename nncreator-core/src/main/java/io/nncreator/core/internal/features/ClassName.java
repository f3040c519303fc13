// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.features;

import io.nncreator.api.data.Column;
import io.nncreator.api.data.Column.NumberType;

/** The text of a cell as a class name: whole numbers without a point, truth values as words. */
public final class ClassName {
  private ClassName() {}

  /** Returns the text of a cell that is not missing. */
  public static String of(Column column, int row) {
    if (column instanceof Column.Texts texts) {
      return String.valueOf(texts.cells()[row]);
    }
    Column.Numbers numbers = (Column.Numbers) column;
    double cell = numbers.cells()[row];
    if (numbers.type() == NumberType.BOOLEAN) {
      return cell != 0 ? "true" : "false";
    }
    boolean whole = cell == Math.rint(cell) && Math.abs(cell) < 1e15;
    return whole ? String.valueOf((long) cell) : String.valueOf(cell);
  }
}
