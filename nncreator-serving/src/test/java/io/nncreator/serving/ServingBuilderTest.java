// SPDX-License-Identifier: Apache-2.0
package io.nncreator.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The description of a server")
class ServingBuilderTest {
  @Test
  @DisplayName("has the stated defaults")
  void defaults() {
    assertThat(ServingBuilder.DEFAULT_HOST).isEqualTo("127.0.0.1");
    assertThat(ServingBuilder.DEFAULT_PORT).isEqualTo(8080);
    assertThat(ServingBuilder.DEFAULT_BODY_BYTES).isEqualTo(1_048_576);
    assertThat(ServingBuilder.DEFAULT_BATCH_ROWS).isEqualTo(32);
    assertThat(ServingBuilder.DEFAULT_QUEUE).isEqualTo(256);
  }

  @Test
  @DisplayName("names the setting that is out of its range")
  void ranges() {
    ServingBuilder builder = ServingServer.builder();
    assertThatThrownBy(() -> builder.port(70_000))
        .hasMessage("port (70000) must be from 0 to 65535.");
    assertThatThrownBy(() -> builder.bodyBytes(1 << 30)).hasMessageContaining("67108864");
    assertThatThrownBy(() -> builder.queue(0)).hasMessageContaining("queue (0)");
    assertThatThrownBy(() -> builder.readTime(Duration.ZERO)).hasMessageContaining("readTime");
    assertThatThrownBy(() -> builder.version("a b")).hasMessageContaining("(a b)");
  }
}
