// SPDX-License-Identifier: Apache-2.0
package io.nncreator.benchmarks.serving;

import io.nncreator.benchmarks.report.Machine;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A server as a process of its own, from its start on. Closing it kills it. */
final class ServerUnderTest implements AutoCloseable {
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);
  private static final long LOOK_MILLIS = 2;
  private static final double MEBIBYTE = 1 << 20;

  private final Process process;
  private final double startMillis;
  private final int port;

  private ServerUnderTest(Process process, double startMillis, int port) {
    this.process = process;
    this.startMillis = startMillis;
    this.port = port;
  }

  /** Starts a server that writes its address to a file once it is ready, and waits for that. */
  static ServerUnderTest start(ProcessBuilder command, Path urlFile)
      throws IOException, InterruptedException {
    Files.deleteIfExists(urlFile);
    command.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    command.redirectError(ProcessBuilder.Redirect.INHERIT);
    long start = System.nanoTime();
    Process process = command.start();
    while (System.nanoTime() - start < PATIENCE_NANOS && process.isAlive()) {
      if (Files.exists(urlFile) && Files.size(urlFile) > 0) {
        double millis = (System.nanoTime() - start) / 1e6;
        int port = URI.create(Files.readString(urlFile).trim()).getPort();
        return new ServerUnderTest(process, millis, port);
      }
      process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }
    process.destroyForcibly();
    throw new IOException("The server did not become ready: " + command.command());
  }

  double startMillis() {
    return startMillis;
  }

  int port() {
    return port;
  }

  /**
   * Returns memory of its own, as a container counts it: without pages of files; NaN if unknown.
   */
  double ownMebibytes() {
    return Machine.ownBytes(process.pid()).map(bytes -> bytes / MEBIBYTE).orElse(Double.NaN);
  }

  /** Returns memory that lies in RAM, files that it has mapped with it; NaN if unknown. */
  double residentMebibytes() {
    return Machine.residentBytes(process.pid()).map(bytes -> bytes / MEBIBYTE).orElse(Double.NaN);
  }

  /** Returns the processor time so far. */
  Duration cpu() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
