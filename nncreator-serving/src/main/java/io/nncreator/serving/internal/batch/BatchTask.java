// SPDX-License-Identifier: Apache-2.0
package io.nncreator.serving.internal.batch;

import io.nncreator.runtime.Predictions;
import java.util.List;
import java.util.Map;

/** Rows of one request that wait for the model. Its methods are called by the batcher's thread. */
public interface BatchTask {
  /** Returns the rows. */
  List<? extends Map<String, ?>> rows();

  /** Returns when it was queued, by {@link System#nanoTime}. */
  long queuedAt();

  /** Returns when its answer is no longer wanted, by {@link System#nanoTime}. */
  long deadline();

  /**
   * Takes the answers of a run.
   *
   * @param first position of the answer of its first row
   */
  void answered(Predictions answers, int first);

  /** Takes the reason why there is no answer. */
  void failed(Throwable reason);

  /** The deadline passed before the model was free. */
  void expired();
}
