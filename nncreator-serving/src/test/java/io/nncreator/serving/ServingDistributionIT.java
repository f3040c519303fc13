// SPDX-License-Identifier: Apache-2.0
package io.nncreator.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nncreator.api.error.ErrorCode;
import io.nncreator.api.error.ServingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A distribution of the server")
class ServingDistributionIT {
  private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
  private static final Path BUNDLE = Fixtures.bundle("port-1");
  private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

  @TempDir private static Path place;
  private static ServingDistribution server;
  private static boolean archived;

  @BeforeAll
  static void write() throws Exception {
    server = ServingDistribution.write(place.resolve("first"));
    archived = server.archive(JAVA, BUNDLE);
  }

  @Test
  @DisplayName("holds what a server needs and no libraries of other platforms")
  void content() throws Exception {
    assertThat(archived).isEqualTo(server.archived()).isTrue();
    assertThat(server.jars()).hasSizeBetween(14, 20);
    long bytes = 0;
    for (Path jar : server.jars()) {
      bytes += Files.size(jar);
    }
    assertThat(bytes).isLessThan(10 << 20);
    assertThat(server.natives())
        .anyMatch(library -> library.getFileName().toString().contains("onnxruntime4j_jni"));
    assertThat(server.command("java", List.of("-Xmx64m"), List.of("b")).toString())
        .contains("-XX:+ExitOnOutOfMemoryError", "-Xmx64m", "server.jsa")
        .doesNotContain(place.toString());
  }

  @Test
  @DisplayName("starts where it was copied to, tells events line by line, and ends cleanly")
  void serves() throws Exception {
    Path copy = place.resolve("second");
    copy(server.folder(), copy);
    Path log = place.resolve("log");
    try (ServerProcess process =
        ServerProcess.start(ServingDistribution.at(copy), log, List.of("-Xshare:auto"), BUNDLE)) {
      String body = Fixtures.instances(Fixtures.ROW);
      try (Wire wire = new Wire(process.port())) {
        wire.send(
            Wire.request("POST", "/predict", body, "traceparent: " + TRACE, "X-Request-Id: mine"));
        Wire.Reply reply = wire.reply();
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("traceparent")).isEqualTo(TRACE);
        assertThat(reply.header("x-replica")).isEqualTo("r-1");
      }
      assertThat(process.stop()).isIn(0, 143);
    }
    List<String> lines = Files.readAllLines(log);
    assertThat(lines).hasSize(2);
    assertThat(lines.get(0)).contains("INFO io.nncreator.serving.ServingServer Serving");
    assertThat(lines.get(1))
        .contains("INFO io.nncreator.serving.access POST /predict 200")
        .endsWith("request mine trace 0af7651916cd43dd8448eb211c80319c")
        .doesNotContain("7.25");
  }

  @Test
  @DisplayName("starts without its archive of classes, and with one that is broken")
  void archives() throws Exception {
    for (boolean broken : new boolean[] {false, true}) {
      Path copy = place.resolve("copy" + broken);
      copy(server.folder(), copy);
      Path archive = copy.resolve(ServingDistribution.ARCHIVE);
      Files.delete(archive);
      if (broken) {
        Files.writeString(archive, "no archive");
      }
      Path log = place.resolve("log" + broken);
      ServingDistribution there = ServingDistribution.at(copy);
      assertThat(there.archived()).isEqualTo(broken);
      try (ServerProcess process = ServerProcess.start(there, log, List.of(), BUNDLE)) {
        assertThat(Wire.get(process.port(), "/health").status()).isEqualTo(200);
      }
    }
  }

  @Test
  @DisplayName("is refused for an unknown platform or an empty folder")
  void refused() {
    assertThatThrownBy(() -> ServingDistribution.write(place.resolve("none"), "amiga-68k"))
        .isInstanceOfSatisfying(
            ServingException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.SERVING_DISTRIBUTION))
        .hasMessageContaining("amiga-68k");
    assertThatThrownBy(() -> ServingDistribution.at(place.resolve("empty")))
        .isInstanceOf(ServingException.class);
  }

  private static void copy(Path from, Path to) throws Exception {
    List<String> command = new ArrayList<>(List.of("cp", "-rp", from.toString(), to.toString()));
    assertThat(new ProcessBuilder(command).start().waitFor(60, TimeUnit.SECONDS)).isTrue();
  }
}
