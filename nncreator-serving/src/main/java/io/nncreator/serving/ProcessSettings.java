// SPDX-License-Identifier: Apache-2.0
package io.nncreator.serving;

import io.nncreator.serving.internal.log.LineLogProvider;
import java.util.Map;

/** Properties of the libraries in a process that does nothing but serve. */
final class ProcessSettings {
  private static final Map<String, String> SETTINGS =
      Map.of(
          "slf4j.provider",
          LineLogProvider.class.getName(),
          // Netty would look through all network cards for the ids of its channels.
          "slf4j.internal.verbosity",
          "WARN",
          "io.netty.machineId",
          "02:00:00:00:00:00:00:01",
          "io.netty.processId",
          "1",
          "io.netty.jfr.enabled",
          "false",
          "io.netty.allocator.type",
          "unpooled");

  private ProcessSettings() {}

  /** Sets what the command line has left open; before any of the libraries is used. */
  static void apply() {
    SETTINGS.forEach(
        (name, value) -> {
          if (System.getProperty(name) == null) {
            System.setProperty(name, value);
          }
        });
  }
}
