// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.release;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** What computed a network: versions of libraries, and the machine. */
final class Versions {
  private static final Path CPU_INFO = Path.of("/proc/cpuinfo");

  private Versions() {}

  static Map<String, String> all(String trainer) {
    Map<String, String> versions = new LinkedHashMap<>();
    versions.put("nncreator", library());
    versions.put("java", System.getProperty("java.version", "unknown"));
    versions.put("jvm", System.getProperty("java.vm.name", "unknown"));
    versions.put("trainer", trainer);
    return versions;
  }

  /** Returns the version of this library. */
  static String library() {
    String version = Versions.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }

  static String operatingSystem() {
    return System.getProperty("os.name", "unknown")
        + " "
        + System.getProperty("os.version", "")
        + " "
        + System.getProperty("os.arch", "");
  }

  static String processor() {
    try {
      for (String line : Files.readAllLines(CPU_INFO, StandardCharsets.UTF_8)) {
        if (line.startsWith("model name")) {
          return line.substring(line.indexOf(':') + 1).trim();
        }
      }
    } catch (IOException e) {
      // Only Linux has this file; elsewhere the architecture must do.
    }
    return System.getProperty("os.arch", "unknown");
  }
}
