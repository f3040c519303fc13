// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.creation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TimeReserveTest {
  @Test
  void theTimeThatTheJvmTookToStartDoesNotChangeThePlan() {
    assertThat(TimeReserve.forTraining(Duration.ofMillis(11_640), 1_000, 0))
        .isEqualTo(TimeReserve.forTraining(Duration.ofSeconds(12), 1_000, 0))
        .isLessThan(Duration.ofSeconds(12));
  }

  @Test
  void largeDataLeavesLessTime() {
    Duration small = TimeReserve.forTraining(Duration.ofSeconds(60), 1_000, 0);

    assertThat(TimeReserve.forTraining(Duration.ofSeconds(60), 10_000_000, 0)).isLessThan(small);
    assertThat(TimeReserve.forTraining(Duration.ofSeconds(1), 10_000_000, 0)).isZero();
  }
}
