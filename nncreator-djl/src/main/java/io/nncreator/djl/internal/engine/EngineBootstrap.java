// SPDX-License-Identifier: Apache-2.0
package io.nncreator.djl.internal.engine;

import ai.djl.engine.Engine;
import com.sun.jna.Function;
import com.sun.jna.Platform;
import io.nncreator.api.error.ErrorCode;
import io.nncreator.api.error.TrainingException;
import io.nncreator.api.spi.Availability;
import org.jspecify.annotations.Nullable;

/**
 * Loads the PyTorch engine once per JVM, with the settings that must stand before: no network, no
 * telemetry, one thread per operation. A setting that the user has made stays. Thread-safe.
 */
public final class EngineBootstrap {
  private static final String ENGINE = "PyTorch";

  private static boolean loaded;
  private static @Nullable TrainingException failure;

  private EngineBootstrap() {}

  /** Tells whether the engine is loaded or could be, without loading it. */
  public static synchronized Availability probe() {
    if (loaded) {
      return new Availability.Ready();
    }
    if (failure != null) {
      return new Availability.Unavailable(
          String.valueOf(failure.getMessage()), "Start the application again.");
    }
    return NativeLibraries.probe();
  }

  /**
   * Loads the engine unless it is loaded already. The first call takes about a second, on a machine
   * that has never run it some seconds more, while the native libraries are unpacked.
   *
   * @throws TrainingException if the engine cannot be loaded
   */
  public static synchronized void load() {
    if (loaded) {
      return;
    }
    if (failure != null) {
      throw failure;
    }
    try {
      configure();
      Engine.getEngine(ENGINE);
      loaded = true;
    } catch (RuntimeException | LinkageError e) {
      failure =
          new TrainingException(
              ErrorCode.TRAINING_ENGINE,
              "The PyTorch engine cannot be loaded ("
                  + e.getMessage()
                  + "). Maybe add ai.djl.pytorch:pytorch-native-cpu with the classifier of this"
                  + " platform.",
              e);
      throw failure;
    }
  }

  private static void configure() {
    preset("ai.djl.offline", "true");
    preset("OPT_OUT_TRACKING", "true");
    preset("ai.djl.pytorch.num_threads", "1");
    preset("ai.djl.pytorch.num_interop_threads", "1");
    preset("ai.djl.pytorch.graph_optimizer", "false");
    sleepInBarriers();
  }

  private static void preset(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }

  /**
   * Lets OpenMP threads sleep, not spin, while they wait: with several threads on a busy machine
   * spinning makes a step ten times slower. OpenMP reads the variable when its library is loaded,
   * so it must get into the environment of this process before.
   */
  private static void sleepInBarriers() {
    String variable = "OMP_WAIT_POLICY";
    if (Platform.isWindows() || System.getenv(variable) != null) {
      return;
    }
    try {
      Function.getFunction(Platform.C_LIBRARY_NAME, "setenv")
          .invokeInt(new Object[] {variable, "PASSIVE", 1});
    } catch (RuntimeException | LinkageError e) {
      // One thread per operation is the default, and one thread meets no barrier.
    }
  }
}
