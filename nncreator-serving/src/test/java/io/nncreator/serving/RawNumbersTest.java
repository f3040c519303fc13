// SPDX-License-Identifier: Apache-2.0
package io.nncreator.serving;

import static org.assertj.core.api.Assertions.assertThat;

import io.nncreator.runtime.NetworkInfo;
import io.nncreator.runtime.NeuralNetwork;
import io.nncreator.runtime.bundle.DataSchema;
import io.nncreator.serving.Wire.Reply;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A server of a network with only numbers")
class RawNumbersTest {
  private static final String TYPE = "Content-Type: application/octet-stream";

  @Test
  @DisplayName("answers raw numbers as the same rows in JSON")
  void raw() throws IOException {
    try (NeuralNetwork whole = NeuralNetwork.load(Fixtures.bundle("port-1"));
        ServingServer server =
            ServingServer.builder().network(numbersOnly(whole)).port(0).start()) {
      byte[] two = bytes(22f, 7.25f, 30f, 71f);
      Reply reply = Wire.once(server, Wire.request("POST", "/predict", two, TYPE));
      assertThat(reply.status()).isEqualTo(200);
      Reply json = Wire.post(server, "/predict", Fixtures.instances("[22,7.25]", "[30,71]"));
      assertThat(reply.body()).isEqualTo(json.body());
      for (byte[] wrong : List.of(bytes(1f, Float.NaN), bytes(1f, 1f / 0f), bytes(1f))) {
        Reply refused = Wire.once(server, Wire.request("POST", "/predict", wrong, TYPE));
        assertThat(refused.status()).isEqualTo(400);
      }
    }
  }

  private static byte[] bytes(float... numbers) {
    ByteBuffer bytes =
        ByteBuffer.allocate(numbers.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (float number : numbers) {
      bytes.putFloat(number);
    }
    return bytes.array();
  }

  /** The network with all but its first two columns always unknown. */
  private static NeuralNetwork numbersOnly(NeuralNetwork whole) {
    NetworkInfo i = whole.info();
    NetworkInfo narrow =
        new NetworkInfo(
            i.id(),
            i.name(),
            i.created(),
            i.formatVersion(),
            i.software(),
            i.task(),
            new DataSchema(i.columns().subList(0, 2), i.schema().target()),
            i.classes(),
            i.metrics(),
            i.provenance());
    return (NeuralNetwork)
        Proxy.newProxyInstance(
            RawNumbersTest.class.getClassLoader(),
            new Class<?>[] {NeuralNetwork.class},
            (proxy, method, args) ->
                switch (method.getName()) {
                  case "info" -> narrow;
                  case "predictAll" -> whole.predictAll(widened(i, (List<?>) args[0]));
                  default -> method.invoke(whole, args);
                });
  }

  private static List<Map<String, Object>> widened(NetworkInfo info, List<?> rows) {
    List<Map<String, Object>> wide = new ArrayList<>();
    for (Object row : rows) {
      Map<String, Object> cells = new HashMap<>();
      info.columns().forEach(column -> cells.put(column.name(), null));
      ((Map<?, ?>) row).forEach((column, cell) -> cells.put((String) column, cell));
      wide.add(cells);
    }
    return wide;
  }
}
