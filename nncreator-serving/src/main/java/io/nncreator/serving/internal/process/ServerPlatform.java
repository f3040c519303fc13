// SPDX-License-Identifier: Apache-2.0
package io.nncreator.serving.internal.process;

import java.util.Locale;

/** Names platforms as ONNX Runtime does. */
public final class ServerPlatform {
  private ServerPlatform() {}

  /** Returns the name of this platform. */
  public static String current() {
    return name(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
  }

  static String name(String system, String processor) {
    String lower = system.toLowerCase(Locale.ROOT);
    String os = lower.contains("win") ? "win" : lower.contains("mac") ? "osx" : "linux";
    boolean arm = processor.equals("aarch64") || processor.equals("arm64");
    return os + (arm ? "-aarch64" : "-x64");
  }
}
