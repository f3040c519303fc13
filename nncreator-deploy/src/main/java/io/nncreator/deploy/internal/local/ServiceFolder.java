// SPDX-License-Identifier: Apache-2.0
package io.nncreator.deploy.internal.local;

import io.nncreator.api.deploy.DeploymentRequest;
import io.nncreator.api.error.DeploymentException;
import io.nncreator.api.error.ErrorCode;
import io.nncreator.api.error.SpecException;
import io.nncreator.deploy.internal.rollout.Goal;
import io.nncreator.runtime.json.RecordJson;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folder of a service of server processes: {@code service.json}, {@code revisions/N} with
 * copies of the bundles, {@code servers/N} with the output of each process, and {@code lock}, which
 * is held by the one process that may change the service.
 */
final class ServiceFolder {
  private static final String RECORD = "service.json";
  private static final String REVISIONS = "revisions";
  private static final String SERVERS = "servers";

  private final Path folder;
  private final FileChannel lock;
  private final DeploymentRequest settings;
  private final int port;

  private ServiceFolder(Path folder, FileChannel lock, DeploymentRequest settings, int port) {
    this.folder = folder;
    this.lock = lock;
    this.settings = settings;
    this.port = port;
  }

  /** Makes the folder of a new service. */
  static ServiceFolder create(Path folder, DeploymentRequest settings, int port) {
    FileChannel lock = lock(folder);
    if (Files.exists(folder.resolve(RECORD))) {
      close(lock);
      throw taken(folder, "has been deployed");
    }
    return new ServiceFolder(folder, lock, settings, port);
  }

  /** Opens the folder of a service that {@code read} found. */
  static ServiceFolder open(Path folder, DeploymentRequest settings, int port) {
    return new ServiceFolder(folder, lock(folder), settings, port);
  }

  /** Returns whether a service is there. */
  static boolean exists(Path folder) {
    return Files.exists(folder.resolve(RECORD));
  }

  /** Reads what is written down. */
  static ServiceRecord read(Path folder) {
    try {
      return RecordJson.read(Files.readString(folder.resolve(RECORD)), ServiceRecord.class);
    } catch (IOException | SpecException e) {
      throw failed(folder.resolve(RECORD), "read", e);
    }
  }

  private static FileChannel lock(Path folder) {
    try {
      Files.createDirectories(folder);
      FileChannel channel =
          FileChannel.open(
              folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      @Nullable FileLock lock;
      try {
        lock = channel.tryLock();
      } catch (OverlappingFileLockException e) {
        lock = null;
      }
      if (lock == null) {
        channel.close();
        throw taken(folder, "is run by another deployer");
      }
      return channel;
    } catch (IOException e) {
      throw failed(folder, "used", e);
    }
  }

  private static DeploymentException taken(Path folder, String why) {
    return new DeploymentException(
        ErrorCode.DEPLOYMENT_NAME_TAKEN,
        "A service ("
            + folder.getFileName()
            + ") "
            + why
            + ". Maybe choose another name, or change the service that is there.",
        null);
  }

  private static DeploymentException failed(Path file, String verb, Exception reason) {
    return new DeploymentException(
        ErrorCode.DEPLOYMENT_RECORD,
        "The record of a service (" + file + ") cannot be " + verb + ": " + reason.getMessage(),
        reason);
  }

  /** Writes what there is, whole or not at all. */
  void write(Goal goal, List<ServerRecord> servers) {
    Path file = folder.resolve(RECORD);
    Path draft = folder.resolve(RECORD + ".new");
    ServiceRecord record =
        new ServiceRecord(
            settings.name(),
            settings.host(),
            port,
            settings.memoryMib(),
            settings.cpus(),
            settings.tokenFile().map(each -> each.toAbsolutePath().toString()).orElse(null),
            goal,
            servers);
    try {
      Files.writeString(draft, RecordJson.write(record));
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw failed(file, "written", e);
    }
  }

  /** Copies a bundle; returns its number. */
  int addRevision(Path bundle) {
    int number = newest(folder.resolve(REVISIONS)) + 1;
    Path copy = revision(number);
    try (Stream<Path> files = Files.walk(bundle)) {
      Files.createDirectories(copy.getParent());
      for (Path each : (Iterable<Path>) files::iterator) {
        Files.copy(each, copy.resolve(bundle.relativize(each).toString()));
      }
      return number;
    } catch (IOException e) {
      throw failed(copy, "written", e);
    }
  }

  /** Returns where the copy of a bundle is. */
  Path revision(int number) {
    return folder.resolve(REVISIONS).resolve(String.valueOf(number)).toAbsolutePath();
  }

  /** Removes all copies but these. */
  void keepRevisions(List<Integer> numbers) {
    for (Path each : list(folder.resolve(REVISIONS))) {
      if (numbers.stream().noneMatch(number -> revision(number).equals(each.toAbsolutePath()))) {
        delete(each);
      }
    }
  }

  /** Makes the folder of a new process. */
  Path newServer() {
    Path servers = folder.resolve(SERVERS);
    Path place = servers.resolve(String.valueOf(newest(servers) + 1)).toAbsolutePath();
    try {
      return Files.createDirectories(place);
    } catch (IOException e) {
      throw failed(place, "written", e);
    }
  }

  /** Returns where the folder of a process is. */
  Path server(String name) {
    return folder.resolve(SERVERS).resolve(name).toAbsolutePath();
  }

  void remove() {
    delete(folder.resolve(RECORD));
    unlock();
    delete(folder);
  }

  void unlock() {
    close(lock);
  }

  private static int newest(Path place) {
    return list(place).stream()
        .map(each -> each.getFileName().toString())
        .filter(name -> name.matches("[0-9]{1,9}"))
        .mapToInt(Integer::parseInt)
        .max()
        .orElse(0);
  }

  private static List<Path> list(Path place) {
    if (!Files.isDirectory(place)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(place)) {
      return entries.toList();
    } catch (IOException e) {
      throw failed(place, "read", e);
    }
  }

  private static void delete(Path place) {
    if (!Files.exists(place)) {
      return;
    }
    try (Stream<Path> files = Files.walk(place)) {
      for (Path each : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
        Files.deleteIfExists(each);
      }
    } catch (IOException e) {
      throw failed(place, "removed", e);
    }
  }

  private static void close(FileChannel lock) {
    try {
      lock.close();
    } catch (IOException e) {
      // The system lets go of the lock with the process.
      return;
    }
  }
}
