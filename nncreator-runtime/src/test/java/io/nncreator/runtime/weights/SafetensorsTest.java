// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nncreator.api.error.BundleException;
import io.nncreator.api.graph.Weights;
import io.nncreator.api.network.NetworkAssembly;
import io.nncreator.tck.random.RandomNetworks;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Safetensors")
class SafetensorsTest {

  @Test
  @DisplayName("bring random weights back")
  void roundTrip() throws IOException {
    for (long seed = 0; seed < 50; seed++) {
      Weights weights = random(seed);
      Weights back = read(write(weights));
      assertThat(back).isEqualTo(weights);
      assertThat(back.tensors().keySet()).containsExactlyElementsOf(weights.tensors().keySet());
    }
  }

  @Test
  @DisplayName("begin their elements at a multiple of eight bytes")
  void aligned() throws IOException {
    byte[] bytes = write(random(1));
    assertThat(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong() % 8).isZero();
  }

  @Test
  @DisplayName("are refused when cut off anywhere")
  void truncated() throws IOException {
    byte[] bytes = write(random(2));
    SplittableRandom random = new SplittableRandom(2);
    for (int i = 0; i < 200; i++) {
      byte[] cut = Arrays.copyOf(bytes, random.nextInt(bytes.length));
      assertThatThrownBy(() -> read(cut)).isInstanceOf(BundleException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "{\"a\":1}",
        "{\"a\":{\"dtype\":\"F64\",\"shape\":[1,1],\"data_offsets\":[0,8]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[1,3],\"data_offsets\":[0,8]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[1,1],\"data_offsets\":[4,8]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[1,1],\"data_offsets\":[0,4]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[1,2],\"data_offsets\":[0,8],\"x\":1}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[0,2],\"data_offsets\":[0,8]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[-1,-2],\"data_offsets\":[0,8]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[65536,65536],\"data_offsets\":[0,8]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[1,1],\"data_offsets\":[0,4]},"
            + "\"a\":{\"dtype\":\"F32\",\"shape\":[1,1],\"data_offsets\":[4,8]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[1,1],\"data_offsets\":[0,4]},"
            + "\"b\":{\"dtype\":\"F32\",\"shape\":[2,1],\"data_offsets\":[0,8]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[1,1],\"data_offsets\":[-4,0]},"
            + "\"b\":{\"dtype\":\"F32\",\"shape\":[2,1],\"data_offsets\":[0,8]}}",
      })
  @DisplayName("are refused when the header does not describe eight bytes without gaps")
  void header(String json) {
    byte[] header = json.getBytes(StandardCharsets.UTF_8);
    ByteBuffer file = ByteBuffer.allocate(16 + header.length).order(ByteOrder.LITTLE_ENDIAN);
    file.putLong(header.length).put(header);
    assertThatThrownBy(() -> read(file.array()))
        .isInstanceOf(BundleException.class)
        .hasMessageStartingWith("The weights are not a sound safetensors file: ");
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1, Long.MAX_VALUE, 1 << 25, 9})
  @DisplayName("are refused when the header claims an impossible length")
  void length(long length) {
    ByteBuffer file = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN).putLong(length);
    assertThatThrownBy(() -> read(file.array())).isInstanceOf(BundleException.class);
  }

  private static Weights random(long seed) {
    RandomNetworks networks = new RandomNetworks(seed);
    NetworkAssembly network = networks.network();
    return networks.weights(network, 1 + (int) (seed % 3));
  }

  private static byte[] write(Weights weights) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Safetensors.write(weights, out);
    return out.toByteArray();
  }

  private static Weights read(byte[] bytes) throws IOException {
    return Safetensors.read(new ByteArrayInputStream(bytes), bytes.length);
  }
}
