// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.internal.disk;

import io.nncreator.api.error.BundleException;
import io.nncreator.api.error.ErrorCode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Makes new files and folders appear under their names once they are whole and durable: they are
 * written into a hidden place beside the target and renamed in one step. Thread-safe.
 */
public final class Publisher {
  private static final Publisher LOCAL = new Publisher(new Disk());

  private final Disk disk;

  /** Works on a disk. */
  public Publisher(Disk disk) {
    this.disk = disk;
  }

  /** Returns the publisher on the machine's own file systems. */
  public static Publisher local() {
    return LOCAL;
  }

  /**
   * Makes a folder with files.
   *
   * @throws BundleException if something is at the target already or the disk refuses
   */
  public void folder(Path target, FolderContent content) {
    publish(
        target,
        place -> {
          Files.createDirectory(place);
          content.write(name -> disk.create(place.resolve(name)));
          disk.sync(place);
        });
  }

  /**
   * Makes a file.
   *
   * @throws BundleException if something is at the target already or the disk refuses
   */
  public void file(Path target, FileContent content) {
    publish(
        target,
        place -> {
          try (OutputStream out = disk.create(place)) {
            content.write(out);
          }
        });
  }

  private void publish(Path target, Step step) {
    Path whole = target.toAbsolutePath().normalize();
    Path parent = whole.getParent();
    if (parent == null || Files.exists(whole, LinkOption.NOFOLLOW_LINKS)) {
      throw unwritable(
          whole, "there is something already. Maybe choose another name or remove it", null);
    }
    try {
      Files.createDirectories(parent);
      try (Staging staging = Staging.in(parent)) {
        step.fill(staging.place());
        disk.move(staging.place(), whole);
        disk.sync(parent);
      }
    } catch (IOException e) {
      throw unwritable(
          whole, e + ". Maybe free space on the disk or check the rights on the folder", e);
    }
  }

  private static BundleException unwritable(Path target, String why, @Nullable Throwable cause) {
    return new BundleException(
        ErrorCode.BUNDLE_UNWRITABLE, "Cannot write (" + target + "): " + why + ".", cause);
  }

  private interface Step {
    void fill(Path place) throws IOException;
  }

  /** What goes into a new file. */
  @FunctionalInterface
  public interface FileContent {
    /** Writes the file; the stream is closed by the caller. */
    void write(OutputStream out) throws IOException;
  }

  /** What goes into a new folder. */
  @FunctionalInterface
  public interface FolderContent {
    /** Writes the files. */
    void write(NewFiles folder) throws IOException;
  }

  /** A new folder. */
  @FunctionalInterface
  public interface NewFiles {
    /** Opens a new file, which the caller closes. */
    OutputStream create(String name) throws IOException;
  }
}
