// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import io.nncreator.api.error.ErrorCode;
import io.nncreator.api.error.PredictionException;
import java.util.Map;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * A loaded ONNX model: one thread per call, silent, nothing sent anywhere. Thread-safe; closing
 * waits for calls that run, later ones fail.
 */
final class OnnxSession implements AutoCloseable {
  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private final OrtSession session;
  private boolean closed;

  private OnnxSession(OrtSession session) {
    this.session = session;
  }

  /**
   * Loads a model.
   *
   * @throws PredictionException if the engine or the model cannot be loaded
   */
  static OnnxSession open(byte[] model) {
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      options.addConfigEntry("session.intra_op.allow_spinning", "0");
      options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
      return new OnnxSession(environment().createSession(model, options));
    } catch (OrtException e) {
      throw failure("load a model", "the file is damaged", e);
    } catch (LinkageError e) {
      throw new PredictionException(
          ErrorCode.INFERENCE_ENGINE,
          "ONNX Runtime has no library for this system, or cannot unpack it to java.io.tmpdir ("
              + System.getProperty("java.io.tmpdir")
              + "). Maybe set -Djava.io.tmpdir to a folder from which programs may run.",
          e);
    }
  }

  /** Returns the process-wide engine, with its telemetry off. */
  static OrtEnvironment environment() {
    return Engine.ENVIRONMENT;
  }

  /** Runs the model; results are written to the given outputs. */
  void run(Map<String, OnnxTensor> inputs, Map<String, OnnxTensor> outputs) {
    lock.readLock().lock();
    try {
      if (closed) {
        throw new IllegalStateException("The session is closed.");
      }
      session.run(inputs, outputs).close();
    } catch (OrtException e) {
      throw failure("run a network", "the rows were encoded for another one", e);
    } finally {
      lock.readLock().unlock();
    }
  }

  @Override
  public void close() {
    lock.writeLock().lock();
    try {
      if (!closed) {
        closed = true;
        session.close();
      }
    } catch (OrtException e) {
      throw failure("close a model", "the process is ending", e);
    } finally {
      lock.writeLock().unlock();
    }
  }

  static PredictionException failure(String what, String reason, OrtException cause) {
    return new PredictionException(
        ErrorCode.INFERENCE_ENGINE,
        "ONNX Runtime could not " + what + ": " + cause.getMessage() + " Maybe " + reason + ".",
        cause);
  }

  /** Loads the native library on first use. */
  private static final class Engine {
    static final OrtEnvironment ENVIRONMENT = create();

    private static OrtEnvironment create() {
      OrtEnvironment environment =
          OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL, "nncreator");
      UnpackedLibrary.removeOnExit();
      try {
        environment.setTelemetry(false);
      } catch (OrtException e) {
        throw new IllegalStateException("ONNX Runtime's telemetry cannot be turned off.", e);
      }
      return environment;
    }
  }
}
