// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.internal.disk;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A hidden place beside the target in which something is written before it appears under its name.
 * While the writer lives it holds a lock; what a dead writer left is recognised by the free lock
 * and removed by the next writer in the same folder.
 */
final class Staging implements AutoCloseable {
  /** How the names of hidden places begin. */
  static final String PREFIX = ".nncreator-";

  /** How the names of hidden places end. */
  static final String PARTIAL = ".partial";

  /** How the names of their locks end. */
  static final String LOCK = ".lock";

  /** Spares a writer that has made its lock file but does not hold the lock yet. */
  static final Duration GRACE = Duration.ofMinutes(1);

  private final Path place;
  private final Path lockFile;
  private final FileChannel lock;

  private Staging(Path place, Path lockFile, FileChannel lock) {
    this.place = place;
    this.lockFile = lockFile;
    this.lock = lock;
  }

  /** Sweeps the folder and reserves a new, still absent place in it. */
  static Staging in(Path folder) throws IOException {
    sweep(folder);
    String name = PREFIX + UUID.randomUUID();
    Path lockFile = folder.resolve(name + LOCK);
    FileChannel channel =
        FileChannel.open(lockFile, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
    try {
      FileLock held = channel.lock();
      if (!held.isValid()) {
        throw new IOException("The lock (" + lockFile + ") was not granted.");
      }
      return new Staging(folder.resolve(name + PARTIAL), lockFile, channel);
    } catch (IOException e) {
      channel.close();
      Files.deleteIfExists(lockFile);
      throw e;
    }
  }

  /** Returns the hidden path. */
  Path place() {
    return place;
  }

  /** Removes whatever is still at the hidden place, then the lock. */
  @Override
  public void close() throws IOException {
    try {
      delete(place);
    } finally {
      lock.close();
      Files.deleteIfExists(lockFile);
    }
  }

  private static void sweep(Path folder) throws IOException {
    try (DirectoryStream<Path> locks = Files.newDirectoryStream(folder, PREFIX + "*" + LOCK)) {
      for (Path lockFile : locks) {
        sweepOne(lockFile);
      }
    }
  }

  private static void sweepOne(Path lockFile) {
    try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.WRITE)) {
      Instant written = Files.getLastModifiedTime(lockFile).toInstant();
      if (written.plus(GRACE).isAfter(Instant.now())) {
        return;
      }
      @Nullable FileLock free = channel.tryLock();
      if (free != null) {
        String name = String.valueOf(lockFile.getFileName());
        String stem = name.substring(0, name.length() - LOCK.length());
        delete(lockFile.resolveSibling(stem + PARTIAL));
        Files.deleteIfExists(lockFile);
      }
    } catch (IOException | OverlappingFileLockException e) {
      // Another writer is at work there, or has just swept it: leaving it is right.
      return;
    }
  }

  private static void delete(Path place) throws IOException {
    if (!Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    Files.walkFileTree(
        place,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure)
              throws IOException {
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
