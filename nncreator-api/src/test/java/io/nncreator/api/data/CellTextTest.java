// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The text of a cell")
class CellTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "NA", "N/A", "NaN", "nan", "null", "NULL", "?", " ?\t", "\u00A0NA\r\n"})
  @DisplayName("can say that there is no value")
  void missing(String cell) {
    assertThat(CellText.clean(cell)).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"None", "none", "na", "-", "0", "??", "n.a.", "Nan"})
  @DisplayName("is a value otherwise")
  void present(String cell) {
    assertThat(CellText.clean(" " + cell + " ")).isEqualTo(cell);
  }

  @ParameterizedTest
  @CsvSource({
    "1,1",
    "-1,-1",
    "+1.5,1.5",
    ".5,0.5",
    "2.,2",
    "1e5,1e5",
    "1E-3,1e-3",
    "1e300,1e300",
    "007,7"
  })
  @DisplayName("can be a number")
  void number(String cell, double value) {
    assertThat(CellText.number(cell)).hasValue(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-",
        ".",
        "e5",
        "1e",
        "1e+",
        "0x1F",
        "1d",
        "1f",
        "Infinity",
        "inf",
        "1e400",
        "1 000",
        "1_000",
        "1,5",
        "12%",
        "١٢"
      })
  @DisplayName("is no number otherwise")
  void noNumber(String cell) {
    assertThat(CellText.number(cell)).isEmpty();
  }

  @Test
  @DisplayName("can be a truth value")
  void truth() {
    assertThat(CellText.truth("True")).hasValue(1);
    assertThat(CellText.truth("FALSE")).hasValue(0);
    assertThat(CellText.truth("yes")).isEmpty();
    assertThat(CellText.truth("1")).isEmpty();
  }

  @Test
  @DisplayName("replaces halves of surrogate pairs, which no file can hold, and keeps whole ones")
  void surrogates() {
    assertThat(CellText.clean("a\ud83d")).isEqualTo("a\ufffd");
    assertThat(CellText.clean("\ude00\ud83d\ude00")).isEqualTo("\ufffd\ud83d\ude00");
  }
}
