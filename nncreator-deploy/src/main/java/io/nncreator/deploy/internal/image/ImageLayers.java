// SPDX-License-Identifier: Apache-2.0
package io.nncreator.deploy.internal.image;

import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import com.google.cloud.tools.jib.api.buildplan.FilePermissions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;

/** Describes layers: all files are root's, readable by all, writable by none, of one time. */
final class ImageLayers {
  private static final FilePermissions FOLDER = FilePermissions.fromOctalString("755");
  private static final FilePermissions TEMPORARY = FilePermissions.fromOctalString("777");
  private static final FilePermissions PROGRAM = FilePermissions.fromOctalString("555");
  private static final FilePermissions FILE = FilePermissions.fromOctalString("444");
  private static final Instant TIME = Instant.ofEpochSecond(1);

  private final FileEntriesLayer.Builder layer;
  private final Path empty;

  /**
   * Begins a layer.
   *
   * @param empty an empty folder
   */
  ImageLayers(String name, Path empty) {
    this.layer = FileEntriesLayer.builder().setName(name);
    this.empty = empty;
  }

  /** Adds an empty folder. */
  ImageLayers folder(String place) {
    layer.addEntry(empty, AbsoluteUnixPath.get(place), FOLDER, TIME);
    return this;
  }

  /** Adds an empty folder into which a container mounts its temporary one. */
  ImageLayers temporary(String place) {
    layer.addEntry(empty, AbsoluteUnixPath.get(place), TEMPORARY, TIME);
    return this;
  }

  /** Adds one file. */
  ImageLayers file(Path file, String place) {
    boolean program = Files.isExecutable(file) || place.contains(".so");
    layer.addEntry(file, AbsoluteUnixPath.get(place), program ? PROGRAM : FILE, TIME);
    return this;
  }

  /** Adds all files of a folder in the order of their names. */
  ImageLayers tree(Path folder, String place) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path each : (Iterable<Path>) files.sorted()::iterator) {
        String inside = folder.relativize(each).toString().replace('\\', '/');
        String target = inside.isEmpty() ? place : place + "/" + inside;
        if (Files.isDirectory(each)) {
          folder(target);
        } else {
          file(each, target);
        }
      }
      return this;
    } catch (IOException e) {
      throw Images.failed("The files (" + folder + ") cannot be read", "Maybe try again.", e);
    }
  }

  /** Adds libraries where the loader looks for them. */
  ImageLayers libraries(Map<String, Path> libraries) {
    libraries.forEach((place, file) -> file(file, place));
    return this;
  }

  FileEntriesLayer build() {
    return layer.build();
  }
}
