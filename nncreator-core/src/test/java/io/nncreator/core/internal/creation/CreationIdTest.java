// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.creation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class CreationIdTest {
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

  @Test
  void tellsTimeAndWords() {
    assertThat(CreationId.next("Which passengers survived?", NOW))
        .matches("20260102-030405-which-passengers-survived-[0-9a-f]{6}");
  }

  @Test
  void isSafeForAnySentence() {
    for (String sentence :
        new String[] {"Кто выжил?", "../../etc/passwd", "", "a\u0000b\n/", "C:\\x"}) {
      assertThat(CreationId.next(sentence, NOW)).matches("[a-z0-9-]{15,80}");
    }
  }

  @Test
  void differsEachTime() {
    assertThat(CreationId.next("same", NOW)).isNotEqualTo(CreationId.next("same", NOW));
  }
}
