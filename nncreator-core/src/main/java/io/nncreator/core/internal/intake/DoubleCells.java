// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.intake;

import java.util.Arrays;

/** A growing array of numbers. */
final class DoubleCells {
  private double[] cells = new double[64];
  private int size;

  void add(double value) {
    if (size == cells.length) {
      cells = Arrays.copyOf(cells, size + (size >> 1));
    }
    cells[size++] = value;
  }

  int size() {
    return size;
  }

  double get(int row) {
    return cells[row];
  }

  double[] toArray() {
    return Arrays.copyOf(cells, size);
  }
}
