// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.chunks;

import io.nncreator.api.network.FeatureLayout;
import io.nncreator.api.training.TrainingRows;
import java.nio.ByteBuffer;

/**
 * How an encoded row stands in a file: its numbers, its codes and its target, of four bytes each.
 *
 * @param layout numbers and codes
 * @param classification whether the target is a class
 */
record RowForm(FeatureLayout layout, boolean classification) {
  /** Returns the bytes of a row. */
  int bytes() {
    return Integer.BYTES * (layout.numeric() + layout.cardinalities().size() + 1);
  }

  /** Writes one of some rows. */
  void write(TrainingRows rows, int row, ByteBuffer to) {
    int width = layout.numeric();
    for (int i = 0; i < width; i++) {
      to.putFloat(rows.numeric()[row * width + i]);
    }
    int categories = layout.cardinalities().size();
    for (int i = 0; i < categories; i++) {
      to.putInt((int) rows.codes()[row * categories + i]);
    }
    if (classification) {
      to.putInt(rows.labels()[row]);
    } else {
      to.putFloat(rows.values()[row]);
    }
  }

  /** Reads rows one after the other. */
  TrainingRows read(ByteBuffer from, int count) {
    int width = layout.numeric();
    int categories = layout.cardinalities().size();
    float[] numeric = new float[count * width];
    long[] codes = new long[count * categories];
    int[] labels = new int[classification ? count : 0];
    float[] values = new float[classification ? 0 : count];
    for (int row = 0; row < count; row++) {
      for (int i = 0; i < width; i++) {
        numeric[row * width + i] = from.getFloat();
      }
      for (int i = 0; i < categories; i++) {
        codes[row * categories + i] = from.getInt();
      }
      if (classification) {
        labels[row] = from.getInt();
      } else {
        values[row] = from.getFloat();
      }
    }
    return new TrainingRows(layout, numeric, codes, labels, values);
  }
}
