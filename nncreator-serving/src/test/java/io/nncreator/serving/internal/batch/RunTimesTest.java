// SPDX-License-Identifier: Apache-2.0
package io.nncreator.serving.internal.batch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A network")
class RunTimesTest {
  private final RunTimes times = new RunTimes();

  @Test
  @DisplayName("is quick after many short runs, and no longer after long ones")
  void quick() {
    assertThat(times.quick()).isFalse();
    run(200, 10_000, 1);
    assertThat(times.quick()).isTrue();
    times.add(50_000_000, 1);
    assertThat(times.quick()).as("after one slip").isTrue();
    run(200, 2_000_000, 1);
    assertThat(times.quick()).isFalse();
  }

  @Test
  @DisplayName("is not judged by runs of many rows")
  void many() {
    run(200, 10_000, 1);
    run(200, 50_000_000, 1_000);
    assertThat(times.quick()).isTrue();
  }

  private void run(int count, long nanos, int rows) {
    for (int i = 0; i < count; i++) {
      times.add(nanos, rows);
    }
  }
}
