// SPDX-License-Identifier: Apache-2.0
package io.nncreator.serving;

import io.nncreator.runtime.NetworkInfo;
import io.nncreator.runtime.bundle.ColumnSchema;
import io.nncreator.serving.internal.answer.JsonDocument;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Requests that a server sends to itself, so that the classes of all paths are loaded once. */
final class Rehearsal {
  private static final int PATIENCE_MILLIS = 10_000;

  private Rehearsal() {}

  /** Sends one request of each kind and waits for the answers. */
  static void run(int port, NetworkInfo network) throws IOException {
    byte[] row =
        JsonDocument.object(
            json -> {
              json.writeArrayFieldStart("instances");
              json.writeStartObject();
              for (ColumnSchema column : network.columns()) {
                json.writeNullField(column.name());
              }
              json.writeEndObject();
              json.writeEndArray();
            });
    for (int i = 0; i < 3; i++) {
      post(port, "/predict", "application/json", row);
    }
    post(port, "/predict", "application/json", "{".getBytes(StandardCharsets.UTF_8));
    post(port, "/predict", "text/csv", "x\n1\n".getBytes(StandardCharsets.UTF_8));
    for (String path : List.of("/health", "/metrics", "/model-info", "/no-such-path")) {
      send(port, "GET " + path + " HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n", new byte[0]);
    }
  }

  private static void post(int port, String path, String type, byte[] body) throws IOException {
    String head =
        "POST "
            + path
            + " HTTP/1.1\r\nHost: h\r\nConnection: close\r\nContent-Type: "
            + type
            + "\r\nContent-Length: "
            + body.length
            + "\r\n\r\n";
    send(port, head, body);
  }

  private static void send(int port, String head, byte[] body) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().write(body);
      socket.getInputStream().readAllBytes();
    }
  }
}
