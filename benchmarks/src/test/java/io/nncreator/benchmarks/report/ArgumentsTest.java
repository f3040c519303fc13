// SPDX-License-Identifier: Apache-2.0
package io.nncreator.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Arguments")
class ArgumentsTest {
  @Test
  @DisplayName("are read in both forms")
  void forms() {
    Arguments arguments =
        Arguments.parse(
            List.of("--json", "--budget", "90s", "--rounds=3"),
            Set.of("json"),
            Set.of("budget", "rounds"));
    assertThat(arguments.has("json")).isTrue();
    assertThat(arguments.time("budget", Duration.ZERO)).isEqualTo(Duration.ofSeconds(90));
    assertThat(arguments.number("rounds", 1)).isEqualTo(3);
    assertThat(arguments.text("seed")).isEmpty();
  }

  @Test
  @DisplayName("are refused when unknown or incomplete")
  void unknown() {
    assertThatThrownBy(() -> Arguments.parse(List.of("--jsn"), Set.of("json"), Set.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Arguments.parse(List.of("--budget"), Set.of(), Set.of("budget")))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
