// SPDX-License-Identifier: Apache-2.0
package io.nncreator.benchmarks.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** {@code ./nncreator} as a process of its own, its output read line by line as it comes. */
final class CommandLineProcess {
  private final Process process;
  private final long start = System.nanoTime();
  private final List<Line> lines = new ArrayList<>();
  private final Thread reader;

  /**
   * A line of standard error.
   *
   * @param seconds since the start of the process
   * @param text what it says
   */
  record Line(double seconds, String text) {}

  private CommandLineProcess(Process process) {
    this.process = process;
    this.reader = new Thread(this::read, "reader");
    reader.setDaemon(true);
    reader.start();
  }

  /** Starts a command in the folder of the repository. */
  static CommandLineProcess start(List<String> args) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(repository().resolve("nncreator").toString());
    command.addAll(args);
    Process process =
        new ProcessBuilder(command)
            .directory(repository().toFile())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    return new CommandLineProcess(process);
  }

  private static Path repository() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.isExecutable(folder.resolve("nncreator"))) {
      Path parent = folder.getParent();
      if (parent == null) {
        throw new IllegalArgumentException("Run this inside the repository.");
      }
      folder = parent;
    }
    return folder;
  }

  /** Returns a table that lies in the repository. */
  static String example(String name) {
    return repository().resolve("examples/data").resolve(name).toString();
  }

  private void read() {
    try (BufferedReader err = process.errorReader(StandardCharsets.UTF_8)) {
      for (String line = err.readLine(); line != null; line = err.readLine()) {
        synchronized (lines) {
          lines.add(new Line((System.nanoTime() - start) / 1e9, line));
        }
      }
    } catch (IOException e) {
      // The process is gone.
    }
  }

  /** Waits for the end and returns the exit code. */
  int await() throws InterruptedException {
    int code = process.waitFor();
    reader.join();
    return code;
  }

  /** Ends it as {@code kill -9} does, unless it ends by itself before. */
  boolean killAfter(long millis) throws InterruptedException {
    boolean ended = process.waitFor(millis, TimeUnit.MILLISECONDS);
    process.destroyForcibly().waitFor();
    return !ended;
  }

  double seconds() {
    return (System.nanoTime() - start) / 1e9;
  }

  /** Returns when a line with some words came. */
  Optional<Double> when(String words) {
    synchronized (lines) {
      return lines.stream()
          .filter(line -> line.text().contains(words))
          .map(Line::seconds)
          .findFirst();
    }
  }

  /** Returns all lines so far. */
  String output() {
    synchronized (lines) {
      return String.join("\n", lines.stream().map(Line::text).toList());
    }
  }
}
