// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.training;

import io.nncreator.api.network.FeatureLayout;
import java.util.List;

/**
 * Encoded rows, row-major; arrays are shared, not copied.
 *
 * @param layout number of features
 * @param numeric scaled numbers, {@code rows * layout.numeric()}
 * @param codes category codes, {@code rows * layout.cardinalities().size()}
 * @param labels class indices for classification, else empty
 * @param values standardised targets for regression, else empty
 */
@SuppressWarnings("ArrayRecordComponent")
public record TrainingRows(
    FeatureLayout layout, float[] numeric, long[] codes, int[] labels, float[] values) {
  /** Checks that the lengths agree and that each code is one of its category's. */
  public TrainingRows {
    int rows = Math.max(labels.length, values.length);
    if (Math.min(labels.length, values.length) != 0
        || numeric.length != Math.multiplyExact(rows, layout.numeric())
        || codes.length != Math.multiplyExact(rows, layout.cardinalities().size())) {
      throw new IllegalArgumentException(
          "The arrays ("
              + numeric.length
              + " numbers, "
              + codes.length
              + " codes, "
              + labels.length
              + " labels, "
              + values.length
              + " values) do not fit "
              + layout
              + ".");
    }
    List<Integer> cardinalities = layout.cardinalities();
    for (int i = 0; i < codes.length; i++) {
      int category = i % cardinalities.size();
      if (codes[i] < 0 || codes[i] >= cardinalities.get(category)) {
        throw new IllegalArgumentException(
            "The code "
                + codes[i]
                + " of category "
                + category
                + " must be at least 0 and below "
                + cardinalities.get(category)
                + ".");
      }
    }
  }

  /** Returns the number of rows. */
  public int rows() {
    return Math.max(labels.length, values.length);
  }

  /** Returns whether targets are class indices. */
  public boolean classification() {
    return values.length == 0;
  }
}
