// SPDX-License-Identifier: Apache-2.0
package io.nncreator.benchmarks.engine;

import java.nio.file.Files;
import java.nio.file.Path;

/** The files that lie beside the sources. */
final class Repository {
  private Repository() {}

  /**
   * Returns a file of the repository.
   *
   * @throws IllegalArgumentException if the current folder is not inside the repository
   */
  static Path file(String path) {
    for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
      if (Files.isRegularFile(folder.resolve(path))) {
        return folder.resolve(path);
      }
    }
    throw new IllegalArgumentException("Run this inside the repository.");
  }
}
