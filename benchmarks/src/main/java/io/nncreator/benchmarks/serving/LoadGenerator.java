// SPDX-License-Identifier: Apache-2.0
package io.nncreator.benchmarks.serving;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A process that asks a server from some connections, each of which asks again once it is answered:
 * {@code PORT CONNECTIONS SECONDS BODY_FILE}. Prints a {@link LoadResult} as one line.
 */
public final class LoadGenerator {
  private static final long PATIENCE_MILLIS = 10_000;

  private LoadGenerator() {}

  /** Asks until the time is over. */
  public static void main(String[] args) throws IOException {
    byte[] body = Files.readAllBytes(Path.of(args[3]));
    LoadResult result =
        run(Integer.parseInt(args[0]), Integer.parseInt(args[1]), Integer.parseInt(args[2]), body);
    System.out.println(result.line());
  }

  private static LoadResult run(int port, int count, int seconds, byte[] body) throws IOException {
    byte[] request = request(body);
    Latencies latencies = new Latencies();
    try (Selector selector = Selector.open()) {
      List<LoadConnection> connections = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        connections.add(LoadConnection.open(port, selector, request, latencies));
      }
      long start = System.nanoTime();
      long end = start + TimeUnit.SECONDS.toNanos(seconds);
      for (LoadConnection connection : connections) {
        connection.ask();
      }
      while (System.nanoTime() < end) {
        if (selector.select(PATIENCE_MILLIS) == 0) {
          throw new IOException("No answer came within " + PATIENCE_MILLIS + " ms.");
        }
        for (SelectionKey key : selector.selectedKeys()) {
          LoadConnection connection = (LoadConnection) key.attachment();
          if (connection.answered()) {
            connection.ask();
          }
        }
        selector.selectedKeys().clear();
      }
      double elapsed = (System.nanoTime() - start) / 1e9;
      for (LoadConnection connection : connections) {
        connection.close();
      }
      return latencies.result(elapsed);
    }
  }

  private static byte[] request(byte[] body) {
    byte[] head =
        ("POST /predict HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + "Content-Length: "
                + body.length
                + "\r\n\r\n")
            .getBytes(StandardCharsets.ISO_8859_1);
    byte[] request = new byte[head.length + body.length];
    System.arraycopy(head, 0, request, 0, head.length);
    System.arraycopy(body, 0, request, head.length, body.length);
    return request;
  }
}
