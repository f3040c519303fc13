// SPDX-License-Identifier: Apache-2.0
package io.nncreator.serving.internal.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A platform")
class ServerPlatformTest {
  @ParameterizedTest
  @CsvSource({
    "Linux, amd64, linux-x64",
    "Linux, aarch64, linux-aarch64",
    "Mac OS X, aarch64, osx-aarch64",
    "Windows 11, amd64, win-x64"
  })
  @DisplayName("has the name that ONNX Runtime gives it")
  void name(String system, String processor, String name) {
    assertThat(ServerPlatform.name(system, processor)).isEqualTo(name);
  }
}
