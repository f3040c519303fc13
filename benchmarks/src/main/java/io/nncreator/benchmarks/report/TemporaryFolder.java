// SPDX-License-Identifier: Apache-2.0
package io.nncreator.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder for the files of one measurement. Closing it deletes it. */
public final class TemporaryFolder implements AutoCloseable {
  private final Path path;

  /** Creates an empty folder. */
  public TemporaryFolder() throws IOException {
    this.path = Files.createTempDirectory("nncreator-benchmark");
  }

  /** Returns where it lies. */
  public Path path() {
    return path;
  }

  @Override
  public void close() throws IOException {
    List<Path> all;
    try (Stream<Path> paths = Files.walk(path)) {
      all = paths.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path each : all) {
      Files.deleteIfExists(each);
    }
  }
}
