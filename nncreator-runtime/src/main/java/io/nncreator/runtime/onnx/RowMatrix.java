// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.onnx;

import io.nncreator.api.graph.DType;

/**
 * A matrix with a row for each row of the data, or a single one that stands for all. Its elements
 * are kept as 64-bit floats, which hold every element of the other types that occur.
 *
 * @param slot where its elements lie
 * @param dtype what they are in the model
 * @param width columns
 * @param fixed whether it has a single row
 */
record RowMatrix(int slot, DType dtype, int width, boolean fixed) {
  /** Returns the distance from one row's elements to the next one's. */
  int rowStep() {
    return fixed ? 0 : width;
  }

  /** Returns the distance from one column to the next. */
  int columnStep() {
    return width == 1 ? 0 : 1;
  }
}
