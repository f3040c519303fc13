// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** Named files, from a folder or an archive. Nothing is ever unpacked to a path. */
interface BundleSource extends AutoCloseable {
  /**
   * Opens a file.
   *
   * @param name without any folder
   * @return null if there is none
   */
  @Nullable InputStream open(String name) throws IOException;

  @Override
  void close() throws IOException;

  static BundleSource of(Path place) throws IOException {
    return Files.isDirectory(place) ? new Folder(place) : new Archive(new ZipFile(place.toFile()));
  }

  /** A folder on disk. */
  record Folder(Path folder) implements BundleSource {
    @Override
    public @Nullable InputStream open(String name) throws IOException {
      Path file = folder.resolve(name);
      return Files.isRegularFile(file) ? Files.newInputStream(file) : null;
    }

    @Override
    public void close() {}
  }

  /** A zip file. */
  record Archive(ZipFile zip) implements BundleSource {
    @Override
    public @Nullable InputStream open(String name) throws IOException {
      ZipEntry entry = zip.getEntry(name);
      return entry == null ? null : zip.getInputStream(entry);
    }

    @Override
    public void close() throws IOException {
      zip.close();
    }
  }
}
