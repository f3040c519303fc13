// SPDX-License-Identifier: Apache-2.0
package io.nncreator.djl.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.nncreator.api.spi.Availability;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The native libraries")
class NativeLibrariesTest {
  @Test
  @DisplayName("are found for this platform")
  void areFound() {
    assertThat(NativeLibraries.probe()).isEqualTo(new Availability.Ready());
  }

  @Test
  @DisplayName("are missed with a remedy on another platform")
  void areMissed() {
    assertThat(NativeLibraries.probe("plan9-mips"))
        .isInstanceOfSatisfying(
            Availability.Unavailable.class,
            missing -> {
              assertThat(missing.reason())
                  .startsWith("The native libraries of PyTorch for plan9-mips are not");
              assertThat(missing.remedy()).contains("classifier plan9-mips");
            });
  }
}
