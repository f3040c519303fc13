// SPDX-License-Identifier: Apache-2.0
package io.nncreator.deploy.internal.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A Java with the few modules that a server needs, made by {@code jlink} of this Java. */
final class JavaRuntime {
  /** All that the server, Netty, Jackson and ONNX Runtime use. */
  static final List<String> MODULES =
      List.of("java.base", "java.logging", "java.management", "java.naming", "jdk.unsupported");

  private JavaRuntime() {}

  /**
   * Returns the folder of the runtime, made if it is not kept yet.
   *
   * @param cache where runtimes are kept, one folder for each version of Java
   */
  static Path in(Path cache) {
    requireLinux();
    Path home = Path.of(System.getProperty("java.home"));
    Path jlink = home.resolve("bin").resolve("jlink");
    if (!Files.isExecutable(jlink)) {
      throw Images.failed(
          "This Java (" + home + ") has no jlink",
          "Maybe run on a JDK, or deploy with the deployer local.",
          null);
    }
    String version =
        (System.getProperty("java.vendor") + "-" + System.getProperty("java.runtime.version"))
            .replaceAll("[^A-Za-z0-9.+-]", "_");
    Path kept = cache.resolve("java-" + version);
    if (Files.isDirectory(kept)) {
      return kept;
    }
    Path draft = cache.resolve("draft-" + ProcessHandle.current().pid() + "-" + System.nanoTime());
    try {
      Files.createDirectories(cache);
      Program.run(command(jlink, draft));
      thin(draft);
      if (!Files.isDirectory(kept)) {
        Files.move(draft, kept, StandardCopyOption.ATOMIC_MOVE);
      }
      return kept;
    } catch (IOException e) {
      throw Images.unwritable(kept, e);
    }
  }

  private static void requireLinux() {
    if (!System.getProperty("os.name").equals("Linux")) {
      throw Images.failed(
          "Images are built from the Java and the libraries of a Linux, this is "
              + System.getProperty("os.name"),
          "Maybe build on Linux, or deploy with the deployer local.",
          null);
    }
  }

  private static List<String> command(Path jlink, Path out) {
    List<String> command = new ArrayList<>();
    command.add(jlink.toString());
    command.addAll(List.of("--add-modules", String.join(",", MODULES)));
    command.addAll(List.of("--strip-java-debug-attributes", "--no-header-files", "--no-man-pages"));
    command.addAll(List.of("--compress=2", "--output", out.toString()));
    return command;
  }

  /** Nothing in the image starts processes or reads the list of classes. */
  private static void thin(Path runtime) throws IOException {
    for (String each :
        List.of(
            "bin/keytool",
            "bin/rmiregistry",
            "lib/jexec",
            "lib/jspawnhelper",
            "lib/classlist",
            "lib/jrt-fs.jar",
            "legal")) {
      delete(runtime.resolve(each));
    }
  }

  private static void delete(Path place) throws IOException {
    if (!Files.exists(place)) {
      return;
    }
    try (Stream<Path> files = Files.walk(place)) {
      for (Path each : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
        Files.deleteIfExists(each);
      }
    }
  }
}
