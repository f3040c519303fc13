// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.selection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SeedsTest {
  @Test
  void differentPathsGiveDifferentSeeds() {
    Set<Long> seeds = new HashSet<>();
    for (int a = 0; a < 100; a++) {
      for (int b = 0; b < 100; b++) {
        seeds.add(Seeds.of(42, a, b));
      }
    }
    assertThat(seeds).hasSize(10_000);
  }

  @Test
  void theSamePathGivesTheSameSeed() {
    assertThat(Seeds.of(1, 2, 3)).isEqualTo(Seeds.of(1, 2, 3)).isNotEqualTo(Seeds.of(1, 3, 2));
  }
}
