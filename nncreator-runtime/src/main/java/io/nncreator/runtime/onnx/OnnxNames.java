// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.onnx;

import java.util.HashSet;
import java.util.Set;

/**
 * The names in one ONNX graph. Inputs, outputs, weights and inner values share one name space; user
 * columns come first and keep their names, later ones yield.
 */
final class OnnxNames {
  private final Set<String> taken = new HashSet<>();

  /** Returns the wish, with underscores added while it is taken. */
  String take(String wish) {
    String name = wish;
    while (!taken.add(name)) {
      name += "_";
    }
    return name;
  }
}
