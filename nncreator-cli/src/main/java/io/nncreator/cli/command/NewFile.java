// SPDX-License-Identifier: Apache-2.0
package io.nncreator.cli.command;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes files that are there whole or not at all. */
final class NewFile {
  private NewFile() {}

  /** Fills a file. */
  @FunctionalInterface
  interface Content {
    /** Writes everything. */
    void writeTo(OutputStream file) throws IOException;
  }

  /**
   * Writes a file.
   *
   * @throws FileAlreadyExistsException if something is there already
   */
  static void write(Path path, Content content) throws IOException {
    if (Files.exists(path)) {
      throw new FileAlreadyExistsException(path.toString());
    }
    Path beside = path.resolveSibling("." + path.getFileName() + ".part");
    try {
      try (OutputStream file = Files.newOutputStream(beside)) {
        content.writeTo(file);
      }
      Files.move(beside, path, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(beside);
    }
  }
}
