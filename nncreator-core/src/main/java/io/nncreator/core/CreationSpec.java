// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core;

import io.nncreator.api.data.DataSource;
import io.nncreator.api.event.CreationEvent;
import io.nncreator.api.event.CreationListener;
import io.nncreator.api.task.Metric;
import io.nncreator.api.task.Objective;
import io.nncreator.api.task.UnderstoodTask;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * A creation being described: what is wanted, from which data, within which limits. Each method
 * changes and returns this object; setting one thing twice is an {@link IllegalStateException}. Not
 * thread-safe.
 */
public interface CreationSpec {
  /** Sets the data to learn from. Required. */
  CreationSpec from(DataSource data);

  /** Sets the column to be told; otherwise the sentence and the data tell it. */
  CreationSpec target(String column);

  /** Sets what is to be told; otherwise the sentence and the data tell it. */
  CreationSpec objective(Objective objective);

  /** Sets how good predictions are; otherwise the sentence and the data tell it. */
  CreationSpec metric(Metric metric);

  /** Leaves columns out. May be called several times. */
  CreationSpec exclude(String... columns);

  /**
   * Limits the time from {@link #start} to the finished bundle. Default: {@link
   * NeuralNetworkCreator#DEFAULT_BUDGET}.
   *
   * @throws IllegalArgumentException if shorter than one second
   */
  CreationSpec within(Duration budget);

  /** Sets the seed of all randomness. Default: {@link NeuralNetworkCreator#DEFAULT_SEED}. */
  CreationSpec seed(long seed);

  /** Sets the folder of the bundle, which must not exist; otherwise one in the workspace. */
  CreationSpec to(Path folder);

  /** Adds a listener. May be called several times. */
  CreationSpec listener(CreationListener listener);

  /** Adds a listener for one kind of event. May be called several times. */
  default <E extends CreationEvent> CreationSpec on(Class<E> type, Consumer<? super E> handler) {
    return listener(CreationListener.on(type, handler));
  }

  /**
   * Reads the data and says what is meant, whether or not this version builds it. Takes about as
   * long as reading the data.
   *
   * @throws io.nncreator.api.error.NnCreatorException if the data cannot be read, or settings
   *     contradict it
   */
  default UnderstoodTask understand() {
    throw new UnsupportedOperationException("This creator only plans and creates.");
  }

  /**
   * Reads the data and says what {@link #start} would do, without training.
   *
   * @throws io.nncreator.api.error.NnCreatorException if data or task do not allow a creation
   */
  CreationPlan plan();

  /** Starts the creation in the background. */
  CreationJob start();
}
