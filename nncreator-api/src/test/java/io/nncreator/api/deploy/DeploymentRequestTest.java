// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeploymentRequestTest {
  private static final Path BUNDLE = Path.of("titanic");

  @Test
  void hasDefaults() {
    DeploymentRequest request = DeploymentRequest.of("titanic-1", BUNDLE);
    assertThat(request.bundle()).isEqualTo(BUNDLE);
    assertThat(request.replicas()).isEqualTo(1);
    assertThat(request.host()).isEqualTo("127.0.0.1");
    assertThat(request.port()).isZero();
    assertThat(request.memoryMib()).isEqualTo(256);
    assertThat(request.cpus()).isEqualTo(1.0);
    assertThat(request.tokenFile()).isEmpty();
  }

  @Test
  void changesOneThingAtATime() {
    DeploymentRequest request =
        DeploymentRequest.of("titanic", BUNDLE)
            .withReplicas(32)
            .withHost("0.0.0.0")
            .withPort(65_535)
            .withMemoryMib(64)
            .withCpus(0.5)
            .withTokenFile(Path.of("token"));
    assertThat(request.name()).isEqualTo("titanic");
    assertThat(request.replicas()).isEqualTo(32);
    assertThat(request.host()).isEqualTo("0.0.0.0");
    assertThat(request.port()).isEqualTo(65_535);
    assertThat(request.memoryMib()).isEqualTo(64);
    assertThat(request.cpus()).isEqualTo(0.5);
    assertThat(request.tokenFile()).contains(Path.of("token"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-a",
        "a-",
        "A",
        "a_b",
        "../a",
        "a b",
        "01234567890123456789012345678901234567890"
      })
  void refusesOtherNames(String name) {
    assertThatThrownBy(() -> DeploymentRequest.of(name, BUNDLE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("(" + name + ")");
  }

  @Test
  void refusesWhatCannotBe() {
    DeploymentRequest request = DeploymentRequest.of("a", BUNDLE);
    assertThatThrownBy(() -> request.withReplicas(0)).hasMessageContaining("from 1 to 32");
    assertThatThrownBy(() -> request.withReplicas(33)).hasMessageContaining("(33)");
    assertThatThrownBy(() -> request.withPort(65_536)).hasMessageContaining("(65536)");
    assertThatThrownBy(() -> request.withMemoryMib(63)).hasMessageContaining("63 MiB");
    assertThatThrownBy(() -> request.withCpus(0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> request.withCpus(Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
