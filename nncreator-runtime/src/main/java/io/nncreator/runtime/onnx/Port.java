// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.onnx;

import io.nncreator.api.graph.DType;

/**
 * An input or output of a model whose rows are vectors.
 *
 * @param name in the model
 * @param dtype element type
 * @param members size of a leading axis of members, 1 for no such axis
 * @param width elements per row
 */
record Port(String name, DType dtype, int members, int width) {
  Port(String name, DType dtype, int width) {
    this(name, dtype, 1, width);
  }

  /** Returns the dimensions for a number of rows. */
  long[] dims(int rows) {
    return members == 1 ? new long[] {rows, width} : new long[] {members, rows, width};
  }

  /** Returns the number of elements for a number of rows. */
  int elements(int rows) {
    return Math.multiplyExact(Math.multiplyExact(members, width), rows);
  }
}
