// SPDX-License-Identifier: Apache-2.0
package io.nncreator.deploy.internal.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A tar archive of one file")
class ContainerTarTest {
  @Test
  @DisplayName("has a header with owner, mode and a right checksum, and whole blocks")
  void isRight() {
    byte[] tar = ContainerTar.of("token", "secret".getBytes(StandardCharsets.US_ASCII), 10_001);
    assertThat(tar).hasSize(2_048);
    assertThat(text(tar, 0, 5)).isEqualTo("token");
    assertThat(text(tar, 100, 7)).isEqualTo("0000400");
    assertThat(Integer.parseInt(text(tar, 108, 7), 8)).isEqualTo(10_001);
    assertThat(Integer.parseInt(text(tar, 124, 11), 8)).isEqualTo(6);
    assertThat(text(tar, 257, 5)).isEqualTo("ustar");
    assertThat(text(tar, 512, 6)).isEqualTo("secret");
    int sum = 0;
    for (int i = 0; i < 512; i++) {
      sum += i >= 148 && i < 156 ? ' ' : tar[i] & 0xff;
    }
    assertThat(Integer.parseInt(text(tar, 148, 6), 8)).isEqualTo(sum);
  }

  private static String text(byte[] tar, int at, int length) {
    return new String(tar, at, length, StandardCharsets.US_ASCII);
  }
}
