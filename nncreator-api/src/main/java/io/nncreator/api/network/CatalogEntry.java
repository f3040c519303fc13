// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.network;

import io.nncreator.api.training.Loss;
import io.nncreator.api.training.Optimizer;
import io.nncreator.api.training.Schedule;

/**
 * Makes one layer, loss, optimiser or schedule known by name; found by {@link
 * java.util.ServiceLoader}.
 */
public interface CatalogEntry {
  /** Returns the name in JSON: lower-case words joined by hyphens. */
  String name();

  /**
   * Returns the record that implements {@link Layer}, {@link Loss}, {@link Optimizer} or {@link
   * Schedule}.
   */
  Class<? extends Record> type();
}
