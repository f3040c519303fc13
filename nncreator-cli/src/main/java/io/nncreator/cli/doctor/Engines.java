// SPDX-License-Identifier: Apache-2.0
package io.nncreator.cli.doctor;

import io.nncreator.api.spi.Availability;
import io.nncreator.api.spi.Trainer;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/** The native engines: one that trains, one that answers. */
final class Engines {
  private static final String ONNX_RUNTIME = "ai.onnxruntime.OrtEnvironment";

  private Engines() {}

  static List<Check> checks() {
    List<Check> checks = new ArrayList<>(trainers());
    if (checks.isEmpty()) {
      checks.add(
          Check.missing(
              "training engine",
              "none is on the class path",
              "Add nncreator-djl and pytorch-native-cpu."));
    }
    checks.add(onnxRuntime());
    return checks;
  }

  private static List<Check> trainers() {
    List<Check> checks = new ArrayList<>();
    Iterator<Trainer> trainers = ServiceLoader.load(Trainer.class).iterator();
    while (true) {
      try {
        if (!trainers.hasNext()) {
          return checks;
        }
        checks.add(trainer(trainers.next()));
      } catch (ServiceConfigurationError | LinkageError e) {
        checks.add(Check.missing("training engine", e.toString(), "Repair the installation."));
      }
    }
  }

  private static Check trainer(Trainer trainer) {
    String part = "training (" + trainer.id() + ")";
    if (trainer.probe() instanceof Availability.Unavailable unavailable) {
      return Check.missing(part, unavailable.reason(), unavailable.remedy());
    }
    try {
      trainer.warmUp();
      return Check.ok(part, "native libraries load");
    } catch (RuntimeException | LinkageError e) {
      return Check.missing(
          part, "native libraries do not load: " + e, "Check that they fit this system.");
    }
  }

  /** By name, because only the runtime module may touch the library. */
  private static Check onnxRuntime() {
    String part = "ONNX Runtime";
    try {
      Class<?> type = Class.forName(ONNX_RUNTIME);
      Object environment = type.getMethod("getEnvironment").invoke(null);
      return Check.ok(part, String.valueOf(type.getMethod("getVersion").invoke(environment)));
    } catch (ReflectiveOperationException | LinkageError e) {
      return Check.missing(
          part, "its native library does not load: " + e, "Check that it fits this system.");
    }
  }
}
