// SPDX-License-Identifier: Apache-2.0
package io.nncreator.serving;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A process that serves a bundle")
class ServingMainIT {
  private static final int PATIENCE_SECONDS = 60;

  @TempDir private Path folder;

  @Test
  @DisplayName("answers until it is told to stop, and then ends cleanly")
  void serves() throws Exception {
    Path url = folder.resolve("url");
    Process process =
        java(Fixtures.bundle("port-1").toString(), "--port", "0", "--url-file", url.toString());
    try {
      URI place = awaitUrl(url, process);
      assertThat(Wire.get(place.getPort(), "/health").status()).isEqualTo(200);
      process.destroy();
      assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isIn(0, 143);
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  @DisplayName("says what is wrong with its arguments or its bundle")
  void refuses() throws Exception {
    assertThat(exit(java())).isEqualTo(2);
    assertThat(exit(java("bundle", "--port"))).isEqualTo(2);
    assertThat(exit(java("bundle", "--port", "x"))).isEqualTo(2);
    assertThat(exit(java(folder.resolve("none").toString(), "--port", "0"))).isEqualTo(1);
    assertThat(folder.resolve("output")).content().contains("NNC-BUNDLE-001");
  }

  private static int exit(Process process) throws InterruptedException {
    assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }

  private Process java(String... args) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path")));
    command.add("io.nncreator.serving.ServingMain");
    command.addAll(List.of(args));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(folder.resolve("output").toFile());
    return builder.start();
  }

  private static URI awaitUrl(Path file, Process process) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (System.nanoTime() < end && process.isAlive()) {
      if (Files.exists(file) && Files.readString(file).endsWith("\n")) {
        return URI.create(Files.readString(file).trim());
      }
      process.waitFor(20, TimeUnit.MILLISECONDS);
    }
    throw new AssertionError("The process did not become ready.");
  }
}
