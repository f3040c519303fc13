// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.onnx;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The temporary folder into which ONNX Runtime unpacks its native library. ONNX Runtime leaves it
 * behind, empty, when the JVM exits: it has the folder deleted before the files in it.
 */
final class UnpackedLibrary {
  private UnpackedLibrary() {}

  /** Has the folder and its files removed when the JVM exits; without the folder does nothing. */
  static void removeOnExit() {
    Path folder = folder();
    if (folder == null) {
      return;
    }
    try {
      Runtime.getRuntime()
          .addShutdownHook(new Thread(() -> remove(folder), "nncreator-remove-library"));
    } catch (IllegalStateException e) {
      // The JVM is exiting already: the folder stays, as it would without this class.
      return;
    }
  }

  /** Returns the folder, or null if ONNX Runtime does not let it be seen. */
  static @Nullable Path folder() {
    try {
      Field field = Class.forName("ai.onnxruntime.OnnxRuntime").getDeclaredField("tempDirectory");
      field.setAccessible(true);
      return field.get(null) instanceof Path folder ? folder : null;
    } catch (ReflectiveOperationException | RuntimeException e) {
      return null;
    }
  }

  /** Removes the folder and its files where the system allows it; Windows keeps loaded ones. */
  private static void remove(Path folder) {
    try (Stream<Path> inside = Files.walk(folder)) {
      List<Path> filesFirst = inside.sorted(Comparator.reverseOrder()).toList();
      for (Path path : filesFirst) {
        Files.deleteIfExists(path);
      }
    } catch (IOException | RuntimeException e) {
      // Nobody is left to be told, and the system cleans its temporary folder itself.
      return;
    }
  }
}
