// SPDX-License-Identifier: Apache-2.0
package io.nncreator.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nncreator.api.error.ErrorCode;
import io.nncreator.api.error.ServingException;
import io.nncreator.runtime.NeuralNetwork;
import io.nncreator.serving.Wire.Reply;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A server keeps its limits:")
class LimitsTest {
  private static final String BODY = Fixtures.instances(Fixtures.ROW);

  private static ServingBuilder builder() {
    return ServingServer.builder().bundle(Fixtures.bundle("port-1")).port(0);
  }

  /** A network that answers only once it may; the first answer is the warm-up. */
  private static NeuralNetwork slow(
      NeuralNetwork network, CountDownLatch running, CountDownLatch may) {
    boolean[] warm = {false};
    return (NeuralNetwork)
        Proxy.newProxyInstance(
            LimitsTest.class.getClassLoader(),
            new Class<?>[] {NeuralNetwork.class},
            (proxy, method, args) -> {
              if (method.getName().equals("predictAll")) {
                if (warm[0]) {
                  running.countDown();
                  may.await();
                }
                warm[0] = true;
              }
              try {
                return method.invoke(network, args);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  @Test
  @DisplayName("a full queue refuses with 429, and what waits is answered")
  void queue() throws Exception {
    CountDownLatch running = new CountDownLatch(1);
    CountDownLatch may = new CountDownLatch(1);
    try (NeuralNetwork network = NeuralNetwork.load(Fixtures.bundle("port-1"));
        ServingServer server =
            ServingServer.builder()
                .network(slow(network, running, may))
                .port(0)
                .queue(2)
                .ioThreads(1)
                .start()) {
      List<Wire> wires = new ArrayList<>();
      wires.add(post(server));
      running.await();
      wires.add(post(server));
      wires.add(post(server));
      // One thread for connections: these are queued once the next request is answered.
      assertThat(Wire.get(server, "/health").status()).isEqualTo(200);
      Reply refused = Wire.post(server, "/predict", BODY);
      assertThat(refused.status()).isEqualTo(429);
      assertThat(refused.header("retry-after")).isEqualTo("1");
      assertThat(Wire.get(server, "/metrics").body())
          .contains("nncreator_queue_depth 2.0")
          .contains("nncreator_rejected_total{reason=\"queue_full\"} 1");
      may.countDown();
      for (Wire wire : wires) {
        assertThat(wire.reply().status()).isEqualTo(200);
        wire.close();
      }
      assertThat(Wire.post(server, "/predict", BODY).status()).isEqualTo(200);
      assertThat(Wire.get(server, "/metrics").body())
          .contains("nncreator_batch_size_bucket{le=\"2.0\"} 3")
          .contains("nncreator_batch_size_sum 4.0");
    }
  }

  @Test
  @DisplayName("an overload is over within a second after the model is free again")
  void recovery() throws Exception {
    CountDownLatch running = new CountDownLatch(1);
    CountDownLatch may = new CountDownLatch(1);
    try (NeuralNetwork network = NeuralNetwork.load(Fixtures.bundle("port-1"));
        ServingServer server =
            ServingServer.builder().network(slow(network, running, may)).port(0).queue(4).start()) {
      List<Wire> wires = new ArrayList<>();
      wires.add(post(server));
      running.await();
      for (int i = 0; i < 32; i++) {
        wires.add(post(server));
      }
      // Who is refused is told at once; who is queued, once the model is free.
      int refused = 0;
      while (refused < 28) {
        refused = 0;
        for (Wire wire : wires.subList(1, wires.size())) {
          refused += wire.waiting() ? 0 : 1;
        }
        Thread.onSpinWait();
      }
      may.countDown();
      long freed = System.nanoTime();
      assertThat(Wire.post(server, "/predict", BODY).status()).isIn(200, 429);
      while (Wire.post(server, "/predict", BODY).status() != 200) {
        assertThat(System.nanoTime() - freed).isLessThan(1_000_000_000L);
      }
      assertThat(System.nanoTime() - freed).isLessThan(1_000_000_000L);
      for (Wire wire : wires) {
        assertThat(wire.reply().status()).isIn(200, 429);
        wire.close();
      }
    }
  }

  @Test
  @DisplayName("a client that does not read its answers is not read either, and is closed")
  void slowReader() throws Exception {
    try (ServingServer server = builder().idleTime(Duration.ofMillis(300)).start();
        Wire slow = new Wire(server)) {
      byte[] request = Wire.request("GET", "/openapi.json", "");
      Thread asking =
          new Thread(
              () -> {
                try {
                  for (int i = 0; i < 200_000; i++) {
                    slow.send(request);
                  }
                } catch (IOException e) {
                  // The server closed the connection, as it should.
                  return;
                }
              });
      asking.start();
      assertThat(Wire.post(server, "/predict", BODY).status()).isEqualTo(200);
      asking.join();
      assertThat(Wire.get(server, "/metrics").body()).contains("nncreator_inflight_requests 1.0");
    }
  }

  private static Wire post(ServingServer server) throws IOException {
    Wire wire = new Wire(server);
    wire.send(Wire.request("POST", "/predict", BODY));
    return wire;
  }

  @Test
  @DisplayName("an answer that takes too long is refused with 504")
  void deadline() throws Exception {
    CountDownLatch may = new CountDownLatch(1);
    try (NeuralNetwork network = NeuralNetwork.load(Fixtures.bundle("port-1"));
        ServingServer server =
            ServingServer.builder()
                .network(slow(network, new CountDownLatch(1), may))
                .port(0)
                .answerTime(Duration.ofMillis(100))
                .start()) {
      Reply late = Wire.post(server, "/predict", BODY);
      assertThat(late.status()).isEqualTo(504);
      assertThat(Wire.get(server, "/health/live").status()).isEqualTo(200);
      may.countDown();
    }
  }

  @Test
  @DisplayName("one bad request in a batch does not harm the others")
  void batch() throws Exception {
    CountDownLatch running = new CountDownLatch(1);
    CountDownLatch may = new CountDownLatch(1);
    try (NeuralNetwork network = NeuralNetwork.load(Fixtures.bundle("port-1"));
        ServingServer server =
            ServingServer.builder()
                .network(slow(network, running, may))
                .port(0)
                .ioThreads(1)
                .start();
        Wire first = post(server)) {
      running.await();
      try (Wire bad = new Wire(server);
          Wire good = post(server)) {
        bad.send(Wire.request("POST", "/predict", "{\"instances\":[{\"age\":1}]}"));
        assertThat(Wire.get(server, "/health").status()).isEqualTo(200);
        may.countDown();
        assertThat(first.reply().status()).isEqualTo(200);
        assertThat(good.reply().status()).isEqualTo(200);
        assertThat(bad.reply().status()).isEqualTo(400);
      }
    }
  }

  @Test
  @DisplayName("a body that is too large is refused with 413, announced or not")
  void body() throws IOException {
    try (ServingServer server = builder().bodyBytes(1_000).start()) {
      String large = "x".repeat(1_001);
      Reply announced = Wire.post(server, "/predict", large);
      assertThat(announced.status()).isEqualTo(413);
      assertThat(announced.header("connection")).isEqualTo("close");
      try (Wire wire = new Wire(server)) {
        wire.send("POST /predict HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n");
        wire.send("3e9\r\n" + large + "\r\n0\r\n\r\n");
        assertThat(wire.reply().status()).isEqualTo(413);
        assertThat(wire.closed()).isTrue();
      }
      try (Wire wire = new Wire(server)) {
        wire.send("POST /predict HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n");
        StringBuilder chunks = new StringBuilder();
        for (int i = 0; i < BODY.length(); i++) {
          chunks.append("1\r\n").append(BODY.charAt(i)).append("\r\n");
        }
        wire.send(chunks.append("0\r\n\r\n").toString());
        assertThat(wire.reply().status()).isEqualTo(200);
      }
    }
  }

  @Test
  @DisplayName("more rows than allowed are refused with 413")
  void rows() throws IOException {
    try (ServingServer server = builder().rows(1).start()) {
      String two = Fixtures.instances(Fixtures.ROW, Fixtures.ROW);
      assertThat(Wire.post(server, "/predict", two).status()).isEqualTo(413);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"POST /pre", "POST /predict HTTP/1.1\r\nHost: h\r\nContent-Length: 9\r\n\r\n{"})
  @DisplayName("a request that does not arrive in time is cut, however it dribbles")
  void dribble(String begun) throws Exception {
    try (ServingServer server = builder().readTime(Duration.ofMillis(100)).start();
        Wire wire = new Wire(server)) {
      wire.send(begun);
      Thread dribbler =
          new Thread(
              () -> {
                try {
                  for (int i = 0; i < 200; i++) {
                    wire.send("x");
                    Thread.yield();
                  }
                } catch (IOException e) {
                  // The server closed the connection, as it should.
                }
              });
      if (begun.endsWith("/pre")) {
        dribbler.start();
      }
      assertThat(wire.reply().status()).isEqualTo(408);
      assertThat(wire.closed()).isTrue();
      dribbler.join();
    }
  }

  @Test
  @DisplayName("an idle connection is closed")
  void idle() throws IOException {
    try (ServingServer server = builder().idleTime(Duration.ofMillis(50)).start();
        Wire wire = new Wire(server)) {
      assertThat(wire.closed()).isTrue();
    }
  }

  @Test
  @DisplayName("connections beyond the limit are closed at once")
  void connections() throws IOException {
    try (ServingServer server = builder().connections(1).start();
        Wire first = new Wire(server)) {
      first.send(Wire.request("GET", "/health", ""));
      assertThat(first.reply().status()).isEqualTo(200);
      try (Wire second = new Wire(server)) {
        assertThat(second.closed()).isTrue();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}",
        "Content-Length: -1\r\n\r\n",
        "Content-Length: 2x\r\n\r\n{}",
        "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
        "Transfer-Encoding: identity\r\n\r\n",
        "Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n",
        "Transfer-Encoding: chunked\r\n\r\n-2\r\n{}\r\n0\r\n\r\n",
        "Transfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\n{}\r\n0\r\n\r\n",
        "Host: second\r\nContent-Length: 2\r\n\r\n{}",
        "Bad Header: 1\r\nContent-Length: 2\r\n\r\n{}"
      })
  @DisplayName(
      "what two servers could read differently is refused with 400 and a closed connection")
  void smuggling(String rest) throws IOException {
    try (ServingServer server = builder().start();
        Wire wire = new Wire(server)) {
      wire.send("POST /predict HTTP/1.1\r\nHost: h\r\n" + rest);
      Reply reply = wire.reply();
      assertThat(reply.status()).isEqualTo(400);
      assertThat(wire.closed()).isTrue();
    }
  }

  @Test
  @DisplayName("heads that are too large are refused with 414 and 431")
  void heads() throws IOException {
    try (ServingServer server = builder().start()) {
      assertThat(Wire.get(server, "/" + "a".repeat(5_000)).status()).isEqualTo(414);
      assertThat(Wire.get(server, "/health", "X: " + "a".repeat(20_000)).status()).isEqualTo(431);
      String gzip = "Content-Encoding: gzip";
      assertThat(Wire.post(server, "/predict", "{}", gzip).status()).isEqualTo(415);
      assertThat(Wire.post(server, "/predict", "{}", "Expect: cake").status()).isEqualTo(417);
    }
  }

  @Test
  @DisplayName("everything but health needs the token of the file, where there is one")
  void token(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("token"), "0123456789abcdef\n");
    try (ServingServer server = builder().tokenFile(file).start()) {
      assertThat(Wire.get(server, "/health").status()).isEqualTo(200);
      assertThat(Wire.get(server, "/model-info").status()).isEqualTo(401);
      Reply none = Wire.post(server, "/predict", BODY);
      assertThat(none.status()).isEqualTo(401);
      assertThat(none.header("www-authenticate")).isEqualTo("Bearer");
      String wrong = "Authorization: Bearer 0123456789abcdeg";
      assertThat(Wire.post(server, "/predict", BODY, wrong).status()).isEqualTo(401);
      String right = "Authorization: Bearer 0123456789abcdef";
      assertThat(Wire.post(server, "/predict", BODY, right).status()).isEqualTo(200);
    }
    Files.writeString(file, "short");
    assertThatThrownBy(builder().tokenFile(file)::start)
        .isInstanceOfSatisfying(
            ServingException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.SERVING_TOKEN))
        .message()
        .doesNotContain("short");
  }

  @Test
  @DisplayName("a server that is still loading lives, but is not ready")
  void starting() throws Exception {
    CountDownLatch running = new CountDownLatch(1);
    CountDownLatch may = new CountDownLatch(1);
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    try (NeuralNetwork network = NeuralNetwork.load(Fixtures.bundle("port-1"))) {
      NeuralNetwork cold = slow(network, running, may);
      cold.predictAll(List.of());
      CompletableFuture<ServingServer> started =
          CompletableFuture.supplyAsync(
              () -> ServingServer.builder().network(cold).port(port).start());
      running.await();
      assertThat(firstAnswer(port, "/health").status()).isEqualTo(503);
      assertThat(Wire.get(port, "/health/live").status()).isEqualTo(200);
      assertThat(Wire.get(port, "/model-info").status()).isEqualTo(503);
      may.countDown();
      try (ServingServer server = started.join()) {
        assertThat(Wire.get(server, "/health").status()).isEqualTo(200);
        assertThat(Wire.post(server, "/predict", BODY).status()).isEqualTo(200);
      }
    }
  }

  /** The socket may open a moment after the network begins to load. */
  private static Reply firstAnswer(int port, String path) throws IOException {
    long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (true) {
      try {
        return Wire.get(port, path);
      } catch (ConnectException e) {
        assertThat(System.nanoTime()).isLessThan(end);
        Thread.onSpinWait();
      }
    }
  }

  @Test
  @DisplayName("a draining server still answers, but says that it is going")
  void drain() throws IOException {
    try (ServingServer server = builder().start()) {
      server.drain();
      assertThat(Wire.get(server, "/health").status()).isEqualTo(503);
      assertThat(Wire.get(server, "/health/live").status()).isEqualTo(200);
      Reply answer = Wire.post(server, "/predict", BODY);
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.header("connection")).isEqualTo("close");
    }
  }

  @Test
  @DisplayName("closing waits for the answers that are being made")
  void close() throws Exception {
    CountDownLatch running = new CountDownLatch(1);
    CountDownLatch may = new CountDownLatch(1);
    try (NeuralNetwork network = NeuralNetwork.load(Fixtures.bundle("port-1"))) {
      ServingServer server =
          ServingServer.builder().network(slow(network, running, may)).port(0).start();
      try (Wire wire = post(server)) {
        running.await();
        Thread closing = new Thread(server::close);
        closing.start();
        may.countDown();
        assertThat(wire.reply().status()).isEqualTo(200);
        closing.join();
        assertThatThrownBy(() -> Wire.get(server, "/health")).isInstanceOf(IOException.class);
      }
      server.close();
      assertThat(network.predictAll(List.of())).isEmpty();
    }
  }
}
