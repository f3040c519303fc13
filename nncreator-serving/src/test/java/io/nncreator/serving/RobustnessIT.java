// SPDX-License-Identifier: Apache-2.0
package io.nncreator.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A server process")
class RobustnessIT {
  private static final int CONNECTIONS = 1_000;
  private static final double MOST_MEBIBYTES = 32;
  private static final int OUT_OF_MEMORY = 3;

  @TempDir private static Path place;
  private static ServingDistribution server;

  @BeforeAll
  static void write() {
    server = ServingDistribution.write(place.resolve("server"));
  }

  @Test
  @DisplayName("ends with code 3 when memory runs out, so that it is replaced")
  void memory() throws Exception {
    Path log = place.resolve("memory");
    String[] more = {"--body-bytes", "67108864", "--rows", "100000000"};
    try (ServerProcess process =
        ServerProcess.start(server, log, List.of("-Xmx40m"), Fixtures.bundle("port-1"), more)) {
      String row = Fixtures.LIST + ",";
      String body = "{\"instances\":[" + row.repeat((60 << 20) / row.length());
      try (Wire wire = new Wire(process.port())) {
        wire.send(Wire.request("POST", "/predict", body));
        wire.closed();
      } catch (IOException e) {
        // The process ended while it was asked.
      }
      assertThat(process.await()).isEqualTo(OUT_OF_MEMORY);
    }
  }

  @Test
  @DisplayName("holds a thousand idle connections in bounded memory, and answers on each")
  void idle() throws Exception {
    Path log = place.resolve("idle");
    try (ServerProcess process =
        ServerProcess.start(server, log, List.of(), Fixtures.bundle("port-1"))) {
      byte[] request = Wire.request("POST", "/predict", Fixtures.instances(Fixtures.ROW));
      try (Wire first = new Wire(process.port())) {
        for (int i = 0; i < 200; i++) {
          first.send(request);
          assertThat(first.reply().status()).isEqualTo(200);
        }
      }
      double before = mebibytes(process);
      assumeThat(before).as("Only Linux tells the memory of a process.").isPositive();
      List<Wire> wires = new ArrayList<>();
      try {
        for (int i = 0; i < CONNECTIONS; i++) {
          Wire wire = new Wire(process.port());
          wires.add(wire);
          wire.send(request);
          assertThat(wire.reply().status()).isEqualTo(200);
        }
        assertThat(mebibytes(process) - before).isLessThan(MOST_MEBIBYTES);
        for (Wire wire : wires) {
          wire.send(request);
          assertThat(wire.reply().status()).isEqualTo(200);
        }
      } finally {
        for (Wire wire : wires) {
          wire.close();
        }
      }
    }
  }

  private static double mebibytes(ServerProcess process) throws IOException {
    Path status = Path.of("/proc", Long.toString(process.process().pid()), "status");
    if (!Files.isReadable(status)) {
      return -1;
    }
    for (String line : Files.readAllLines(status)) {
      if (line.startsWith("RssAnon:")) {
        return Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024;
      }
    }
    return -1;
  }
}
