// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A finished network. Thread-safe. */
public interface NeuralNetwork extends AutoCloseable {
  /** Answers one row: column name to number, boolean, text, {@code java.time} value or null. */
  Prediction predict(Map<String, ?> row);

  /** Answers many rows at once, in their order. */
  List<Prediction> predictAll(List<? extends Map<String, ?>> rows);

  /** Returns the folder of the bundle. */
  Path location();

  @Override
  void close();
}
