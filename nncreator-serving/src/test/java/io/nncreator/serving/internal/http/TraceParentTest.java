// SPDX-License-Identifier: Apache-2.0
package io.nncreator.serving.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The header traceparent")
class TraceParentTest {
  private static final String LEGAL = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

  @Test
  @DisplayName("is taken in its form, also from later versions")
  void legal() {
    assertThat(TraceParent.legal(LEGAL)).isEqualTo(LEGAL);
    assertThat(TraceParent.trace(LEGAL)).isEqualTo("0af7651916cd43dd8448eb211c80319c");
    String later = "01" + LEGAL.substring(2);
    assertThat(TraceParent.legal(later + "-more")).isEqualTo(later);
    assertThat(TraceParent.legal(null)).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-0",
        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-more",
        "ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
        "00-0AF7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
        "00-00000000000000000000000000000000-b7ad6b7169203331-01",
        "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01",
        "00_0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"
      })
  @DisplayName("is dropped in any other form")
  void illegal(String header) {
    assertThat(TraceParent.legal(header)).isNull();
  }
}
