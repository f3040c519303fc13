// SPDX-License-Identifier: Apache-2.0
package io.nncreator.deploy.internal.local;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A server in a process of its own. */
final class ProcessServer implements Server {
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final ProcessHandle process;
  private final int port;
  private final Path folder;

  private ProcessServer(ProcessHandle process, int port, Path folder) {
    this.process = process;
    this.port = port;
    this.folder = folder;
  }

  static ProcessServer of(ProcessHandle process, int port, Path folder) {
    return new ProcessServer(process, port, folder);
  }

  /** Finds a process again; empty if it has ended. */
  static Optional<ProcessServer> find(ServerRecord record, Path folder) {
    return ProcessHandle.of(record.pid())
        .filter(ProcessHandle::isAlive)
        .filter(process -> startedMillis(process) == record.startedMillis())
        .map(process -> new ProcessServer(process, record.port(), folder));
  }

  ServerRecord record(int revision, int restarts) {
    return new ServerRecord(
        process.pid(),
        startedMillis(process),
        port,
        revision,
        restarts,
        String.valueOf(folder.getFileName()));
  }

  private static long startedMillis(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
  }

  @Override
  public String id() {
    return String.valueOf(process.pid());
  }

  @Override
  public int port() {
    return port;
  }

  @Override
  public boolean alive() {
    return process.isAlive();
  }

  @Override
  public void stop() {
    process.destroy();
    try {
      process.onExit().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      process.destroyForcibly();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void letGo() {}

  @Override
  public List<String> log(int lines) {
    return LogTail.of(folder.resolve("log"), lines).stream()
        .map(each -> id() + ": " + each)
        .toList();
  }
}
