// SPDX-License-Identifier: Apache-2.0
package io.nncreator.djl.internal.engine;

import ai.djl.pytorch.jni.JniUtils;

/**
 * Puts PyTorch's modes of the calling thread as programs need them. Whether gradients are recorded
 * is put back when closed. The optimising executor, whose profiling runs cost up to half a second
 * per program and bring nothing for whole-step programs, stays off: PyTorch does not tell what it
 * was before.
 */
public final class EngineThread implements AutoCloseable {
  private final boolean gradients;

  private EngineThread(boolean gradients) {
    this.gradients = gradients;
  }

  /**
   * Prepares the calling thread, loading the engine when needed.
   *
   * @throws io.nncreator.api.error.TrainingException if the engine cannot be loaded
   */
  public static EngineThread enter() {
    EngineBootstrap.load();
    EngineThread entered = new EngineThread(JniUtils.isGradMode());
    JniUtils.setGraphExecutorOptimize(false);
    JniUtils.setGradMode(true);
    return entered;
  }

  /** Loads a module; it is to be used within this scope. */
  public ScriptModule load(byte[] archive) {
    return ScriptModule.load(archive);
  }

  @Override
  public void close() {
    JniUtils.setGradMode(gradients);
  }
}
