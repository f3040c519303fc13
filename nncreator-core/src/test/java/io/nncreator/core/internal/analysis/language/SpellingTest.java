// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.analysis.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Spelling")
class SpellingTest {
  @ParameterizedTest
  @CsvSource({"species, species, 0", "speceis, species, 1", "prise, price, 1", "'', abc, 3"})
  @DisplayName("counts edits, a swap as one")
  void distance(String a, String b, int expected) {
    assertThat(Spelling.distance(a, b)).isEqualTo(expected);
  }

  @Test
  @DisplayName("finds the nearest name, if one is near")
  void nearest() {
    List<String> names = List.of("Species", "island", "year");
    assertThat(Spelling.nearest("specis", names)).hasValue("Species");
    assertThat(Spelling.nearest("colour", names)).isEmpty();
  }
}
