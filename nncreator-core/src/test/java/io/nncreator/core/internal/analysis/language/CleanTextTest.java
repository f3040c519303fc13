// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.analysis.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Clean text")
class CleanTextTest {
  @Test
  @DisplayName("has one form, no controls and single spaces")
  void clean() {
    assertThat(CleanText.of("  Ｒ²\t\u202Ex\u200By\u0000  z\u00A0\n w ", 100))
        .isEqualTo("R2 xy z\nw");
  }

  @Test
  @DisplayName("is cut between characters")
  void cut() {
    assertThat(CleanText.of("ab\uD83D\uDE00c", 3)).isEqualTo("ab");
    assertThat(CleanText.label("x".repeat(60))).isEqualTo("x".repeat(39) + "…");
    assertThat(CleanText.label("a\nb")).isEqualTo("a b");
  }
}
