// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.nncreator.api.data.Column;
import io.nncreator.api.data.Column.NumberType;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The cells of a column")
class ColumnCellsTest {

  @Test
  @DisplayName("are written as the levels that people would type")
  void texts() {
    assertThat(ColumnCells.text(NumberType.INTEGER, 3)).isEqualTo("3");
    assertThat(ColumnCells.text(NumberType.REAL, -3)).isEqualTo("-3");
    assertThat(ColumnCells.text(NumberType.REAL, 0.5)).isEqualTo("0.5");
    assertThat(ColumnCells.text(NumberType.REAL, 1e300)).isEqualTo("1.0E300");
    assertThat(ColumnCells.text(NumberType.BOOLEAN, 1)).isEqualTo("true");
    assertThat(ColumnCells.text(NumberType.BOOLEAN, 0)).isEqualTo("false");
    assertThat(ColumnCells.text(NumberType.REAL, Double.NaN)).isNull();
    Column codes = new Column.Numbers("code", NumberType.INTEGER, new double[] {7, Double.NaN});
    assertThat(ColumnCells.texts(codes)).containsExactly("7", null);
  }

  @Test
  @DisplayName("that are all missing suit numbers too")
  void allMissing() {
    Column none = new Column.Texts("none", new String[] {null, null});
    assertThat(ColumnCells.numbers(none)).containsExactly(Double.NaN, Double.NaN);
  }
}
