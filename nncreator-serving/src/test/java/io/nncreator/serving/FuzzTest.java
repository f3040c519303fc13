// SPDX-License-Identifier: Apache-2.0
package io.nncreator.serving;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A server under malformed requests")
class FuzzTest {
  private static final int REQUESTS = 250;
  private static final String[] PIECES = {
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "\"",
    "\\",
    "null",
    "true",
    "NaN",
    "-Infinity",
    "1e999",
    "1e-999",
    "-0",
    "\"instances\":[",
    "\"age\":",
    "\"\\u0000\"",
    "\"\\ud800\"",
    "\u0000",
    "\u00ff",
    "\r\n",
    "99999999999999999999999999",
    "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[",
    "/*x*/",
    "'a'"
  };

  @Test
  @DisplayName("answers 4xx or closes the connection, and stays alive")
  void fuzz() throws IOException {
    run(REQUESTS, 0);
  }

  /**
   * Sends malformed requests, one after the other.
   *
   * @param idle connections that are open meanwhile and say nothing
   */
  static void run(int requests, int idle) throws IOException {
    Random random = new Random(20_260_101);
    List<Wire> silent = new ArrayList<>();
    try (ServingServer server =
        ServingServer.builder()
            .bundle(Fixtures.bundle("port-1"))
            .port(0)
            .readTime(Duration.ofMillis(200))
            .start()) {
      for (int i = 0; i < idle; i++) {
        silent.add(new Wire(server));
      }
      for (int i = 0; i < requests; i++) {
        byte[] request = i % 3 == 0 ? head(random) : i % 3 == 1 ? body(random) : torn(random);
        int status = status(server, request);
        assertThat(status == 0 || status == 200 || (status >= 400 && status < 500))
            .as("request %d: %d to %s", i, status, new String(request, StandardCharsets.ISO_8859_1))
            .isTrue();
      }
      assertThat(Wire.get(server, "/health/live").status()).isEqualTo(200);
      assertThat(Wire.get(server, "/metrics").body())
          .contains("nncreator_queue_depth 0.0")
          .contains("nncreator_inflight_requests 1.0");
      String row = Fixtures.instances(Fixtures.ROW);
      assertThat(Wire.post(server, "/predict", row).status()).isEqualTo(200);
      for (Wire wire : silent) {
        wire.send(Wire.request("GET", "/health", ""));
        assertThat(wire.reply().status()).isEqualTo(200);
        wire.close();
      }
    }
  }

  /** A sound request with some bytes changed. */
  private static byte[] head(Random random) {
    byte[] bytes = Wire.request("POST", "/predict", Fixtures.instances(Fixtures.ROW));
    for (int i = random.nextInt(4); i >= 0; i--) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    return bytes;
  }

  /** A body of pieces of JSON, in a sound request. */
  private static byte[] body(Random random) {
    StringBuilder body = new StringBuilder(random.nextBoolean() ? "{\"instances\":[" : "");
    for (int i = random.nextInt(20); i >= 0; i--) {
      body.append(PIECES[random.nextInt(PIECES.length)]);
    }
    String type = random.nextInt(4) == 0 ? "text/csv" : "application/json";
    String path = random.nextInt(4) == 0 ? "/v2/models/port-1/infer" : "/predict";
    byte[] bytes = body.toString().getBytes(StandardCharsets.ISO_8859_1);
    return Wire.request("POST", path, bytes, "Content-Type: " + type);
  }

  /** A chunked request with wrong sizes. */
  private static byte[] torn(Random random) {
    StringBuilder text =
        new StringBuilder("POST /predict HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n");
    if (random.nextInt(3) == 0) {
      text.append("Content-Length: ").append(random.nextInt(50)).append("\r\n");
    }
    text.append("\r\n");
    for (int i = random.nextInt(4); i >= 0; i--) {
      text.append(Integer.toHexString(random.nextInt(40) - 5)).append("\r\n");
      text.append("x".repeat(random.nextInt(30))).append("\r\n");
    }
    return text.append("0\r\n\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Returns the status of the answer, or 0 if the connection was closed without one. */
  private static int status(ServingServer server, byte[] request) throws IOException {
    try (Wire wire = new Wire(server)) {
      wire.send(request);
      wire.finish();
      return wire.reply().status();
    } catch (EOFException | SocketException e) {
      return 0;
    }
  }
}
