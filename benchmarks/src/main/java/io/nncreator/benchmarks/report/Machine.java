// SPDX-License-Identifier: Apache-2.0
package io.nncreator.benchmarks.report;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The machine on which figures were taken. */
public final class Machine {
  private static final Path PROCESSOR = Path.of("/proc/cpuinfo");
  private static final Path PROCESS = Path.of("/proc/self/status");

  private Machine() {}

  /** Describes processor, memory, system and Java in one line. */
  public static String describe() {
    String processor =
        value(PROCESSOR, "model name").orElse(System.getProperty("os.arch", "unknown"));
    String memory = "";
    if (ManagementFactory.getOperatingSystemMXBean()
        instanceof com.sun.management.OperatingSystemMXBean system) {
      memory =
          String.format(
              Locale.ROOT, ", %.0f GiB", system.getTotalMemorySize() / 1024.0 / 1024 / 1024);
    }
    return processor
        + ", "
        + Runtime.getRuntime().availableProcessors()
        + " cores"
        + memory
        + ", "
        + System.getProperty("os.name")
        + ", Java "
        + System.getProperty("java.version");
  }

  /** Returns the memory of this process that lies in RAM, in bytes; empty outside Linux. */
  public static Optional<Long> residentBytes() {
    return value(PROCESS, "VmRSS").map(text -> Long.parseLong(text.split(" ")[0]) * 1024);
  }

  /** Returns the memory of a process that lies in RAM, in bytes; empty outside Linux. */
  public static Optional<Long> residentBytes(long process) {
    return bytes(process, "VmRSS");
  }

  /**
   * Returns the memory of a process that lies in RAM and is no part of a file, in bytes; empty
   * outside Linux. A container counts no more while others can have the pages of its files.
   */
  public static Optional<Long> ownBytes(long process) {
    return bytes(process, "RssAnon")
        .flatMap(own -> bytes(process, "RssShmem").map(shared -> own + shared));
  }

  /** Returns the average number of processes that wanted a core in the last minute. */
  public static double load() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }

  /** Returns the most memory that a process had in RAM so far, in bytes; empty outside Linux. */
  public static Optional<Long> peakBytes(long process) {
    return bytes(process, "VmHWM");
  }

  private static Optional<Long> bytes(long process, String key) {
    return value(Path.of("/proc", Long.toString(process), "status"), key)
        .map(text -> Long.parseLong(text.split(" ")[0]) * 1024);
  }

  private static Optional<String> value(Path file, String key) {
    if (!Files.isReadable(file)) {
      return Optional.empty();
    }
    try (Stream<String> lines = Files.lines(file)) {
      return lines
          .filter(line -> line.startsWith(key))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
