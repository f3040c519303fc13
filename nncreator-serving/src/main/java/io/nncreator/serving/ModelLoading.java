// SPDX-License-Identifier: Apache-2.0
package io.nncreator.serving;

import io.nncreator.runtime.NeuralNetwork;
import io.nncreator.runtime.bundle.BundleReader;
import io.nncreator.runtime.bundle.ColumnSchema;
import io.nncreator.serving.internal.model.ServedModel;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/** Brings a network to the point where it answers, on a thread of its own. */
final class ModelLoading {
  private final ServingOptions options;
  private final FutureTask<ServedModel> task;

  private ModelLoading(ServingOptions options) {
    this.options = options;
    this.task = new FutureTask<>(() -> load(options));
  }

  /** Begins to load. */
  static ModelLoading begin(ServingOptions options) {
    ModelLoading loading = new ModelLoading(options);
    Thread thread = new Thread(loading.task, "nncreator-serving-load");
    thread.setDaemon(true);
    thread.start();
    return loading;
  }

  /** Waits for the network, and throws what loading has thrown. */
  ServedModel await() {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return task.get();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } catch (ExecutionException e) {
      Throwable cause = e.getCause();
      if (cause instanceof Error error) {
        throw error;
      }
      if (cause instanceof RuntimeException known) {
        throw known;
      }
      throw new IllegalStateException(cause);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Waits for the network and closes it, unless it was given open. */
  void discard() {
    try {
      ServedModel model = await();
      if (options.network() == null) {
        model.network().close();
      }
    } catch (RuntimeException e) {
      // The reason to discard it is told, not this one.
      return;
    }
  }

  /** Loads a bundle, which checks its golden rows, or takes the given network. */
  private static ServedModel load(ServingOptions options) {
    Path bundle = options.bundle();
    NeuralNetwork given = options.network();
    NeuralNetwork network = given != null ? given : NeuralNetwork.load(bundle(bundle));
    try {
      warmUp(network);
      Path place = place(network);
      return new ServedModel(
          network,
          options.version(),
          place == null ? null : BundleReader.onnxSha256(place),
          place == null ? null : BundleReader.profile(place));
    } catch (RuntimeException e) {
      if (given == null) {
        network.close();
      }
      throw e;
    }
  }

  private static Path bundle(@Nullable Path bundle) {
    if (bundle == null) {
      throw new IllegalStateException("There is no network.");
    }
    return bundle;
  }

  /** A row of unknown values: the first real request must not find the engine cold. */
  private static void warmUp(NeuralNetwork network) {
    Map<String, @Nullable Object> row = new HashMap<>();
    for (ColumnSchema column : network.info().columns()) {
      row.put(column.name(), null);
    }
    network.predictAll(List.of(row));
  }

  /** Returns where the network came from, or null if it was made in memory. */
  private static @Nullable Path place(NeuralNetwork network) {
    try {
      return network.location();
    } catch (IllegalStateException e) {
      return null;
    }
  }
}
