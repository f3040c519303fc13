// SPDX-License-Identifier: Apache-2.0
package io.nncreator.djl.internal.engine;

import io.nncreator.api.spi.Availability;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

/** Tells from the class path whether PyTorch's native libraries are there for this platform. */
final class NativeLibraries {
  private static final String DESCRIPTION = "native/lib/pytorch.properties";
  private static final String LIBRARY_PATH = "PYTORCH_LIBRARY_PATH";

  private NativeLibraries() {}

  static Availability probe() {
    return probe(platform());
  }

  static Availability probe(String platform) {
    List<String> found = new ArrayList<>();
    try {
      if (System.getenv(LIBRARY_PATH) != null || System.getProperty(LIBRARY_PATH) != null) {
        return new Availability.Ready();
      }
      ClassLoader loader = NativeLibraries.class.getClassLoader();
      for (URL url : Collections.list(loader.getResources(DESCRIPTION))) {
        found.add(classifier(url));
      }
    } catch (IOException | SecurityException e) {
      found.add("unreadable: " + e.getMessage());
    }
    if (found.stream().anyMatch(classifier -> classifier.endsWith(platform))) {
      return new Availability.Ready();
    }
    return new Availability.Unavailable(
        "The native libraries of PyTorch for "
            + platform
            + " are not on the class path (found: "
            + (found.isEmpty() ? "none" : String.join(", ", found))
            + ").",
        "Add ai.djl.pytorch:pytorch-native-cpu:2.7.1 with the classifier "
            + platform
            + ", or set PYTORCH_LIBRARY_PATH.");
  }

  private static String classifier(URL url) throws IOException {
    Properties properties = new Properties();
    try (InputStream in = url.openStream()) {
      properties.load(in);
    }
    return properties.getProperty("classifier", "unnamed");
  }

  private static String platform() {
    String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    String arch = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
    String system = os.startsWith("mac") ? "osx" : os.startsWith("win") ? "win" : "linux";
    String processor =
        switch (arch) {
          case "amd64", "x86-64" -> "x86_64";
          case "arm64" -> "aarch64";
          default -> arch;
        };
    return system + "-" + processor;
  }
}
