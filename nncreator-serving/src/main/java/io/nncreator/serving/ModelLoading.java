// SPDX-License-Identifier: Apache-2.0
package io.nncreator.serving;

import io.nncreator.runtime.NeuralNetwork;
import io.nncreator.runtime.bundle.BundleReader;
import io.nncreator.runtime.bundle.ColumnSchema;
import io.nncreator.serving.internal.model.ServedModel;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Brings a network to the point where it answers. */
final class ModelLoading {
  private ModelLoading() {}

  /** Loads a bundle, which checks its golden rows, or takes the given network. */
  static ServedModel load(ServingOptions options) {
    Path bundle = options.bundle();
    NeuralNetwork given = options.network();
    NeuralNetwork network = given != null ? given : NeuralNetwork.load(bundle(bundle));
    try {
      warmUp(network);
      return new ServedModel(network, options.version(), sha256(network));
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

  private static @Nullable String sha256(NeuralNetwork network) {
    Path place;
    try {
      place = network.location();
    } catch (IllegalStateException e) {
      return null;
    }
    try {
      byte[] model = BundleReader.read(place).onnx();
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(model));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }
}
