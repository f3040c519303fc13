// SPDX-License-Identifier: Apache-2.0
package io.nncreator.serving;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A server of a distribution, started and ready. */
final class ServerProcess implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 60;

  private final Process process;
  private final int port;

  private ServerProcess(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  static ServerProcess start(
      ServingDistribution server, Path log, List<String> jvm, Path bundle, String... more)
      throws Exception {
    Path url = Files.createTempDirectory(log.toAbsolutePath().getParent(), "url").resolve("url");
    List<String> arguments = new ArrayList<>(List.of(bundle.toString(), "--port", "0"));
    arguments.addAll(List.of("--url-file", url.toString(), "--replica", "r-1"));
    arguments.addAll(List.of("--lame-duck", "0"));
    arguments.addAll(List.of(more));
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Process process = server.process(java, jvm, arguments).redirectOutput(log.toFile()).start();
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (System.nanoTime() < end && process.isAlive()) {
      if (Files.exists(url) && Files.readString(url).endsWith("\n")) {
        return new ServerProcess(process, URI.create(Files.readString(url).trim()).getPort());
      }
      process.waitFor(20, TimeUnit.MILLISECONDS);
    }
    process.destroyForcibly();
    throw new AssertionError("The server did not become ready: " + Files.readString(log));
  }

  int port() {
    return port;
  }

  Process process() {
    return process;
  }

  /** Tells it to end and returns its exit code. */
  int stop() throws InterruptedException {
    process.destroy();
    return await();
  }

  int await() throws InterruptedException {
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new AssertionError("The server did not end.");
    }
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
