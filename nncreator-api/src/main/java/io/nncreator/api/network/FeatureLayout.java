// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.network;

import java.util.List;

/**
 * What the feature pipeline hands to a network for each row.
 *
 * @param numeric number of scaled numeric features, one-hot columns included; at least 0
 * @param cardinalities for each embedded category the number of its codes (unknown and missing
 *     included), each at least 1
 */
public record FeatureLayout(int numeric, List<Integer> cardinalities) {
  /** Checks the counts. */
  public FeatureLayout {
    cardinalities = List.copyOf(cardinalities);
    Settings.atLeast("numeric", numeric, 0);
    cardinalities.forEach(codes -> Settings.atLeast("cardinalities", codes, 1));
    if (numeric == 0 && cardinalities.isEmpty()) {
      throw new IllegalArgumentException("A network needs at least one feature.");
    }
  }
}
