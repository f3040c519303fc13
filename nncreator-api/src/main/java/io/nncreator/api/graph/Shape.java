// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.graph;

import java.util.Arrays;

/**
 * The dimensions of a tensor for one ensemble member; {@link #BATCH} as the first one stands for
 * the unknown number of rows. Immutable.
 */
public final class Shape {
  /** Marks the leading dimension whose size is only known when rows arrive. */
  public static final long BATCH = -1;

  private final long[] dims;

  private Shape(long[] dims) {
    for (int i = 0; i < dims.length; i++) {
      boolean batch = dims[i] == BATCH && i == 0;
      if (!batch && dims[i] < 1) {
        throw new IllegalArgumentException(
            "The dimension " + i + " (" + dims[i] + ") of a shape must be at least 1.");
      }
    }
    this.dims = dims;
  }

  /** Returns a shape of fixed size, all dimensions at least 1. */
  public static Shape of(long... dims) {
    Shape shape = new Shape(dims.clone());
    if (shape.batched()) {
      throw new IllegalArgumentException("A shape of fixed size has no batch dimension.");
    }
    return shape;
  }

  /** Returns the shape of one row, with the batch dimension put before it. */
  public static Shape rows(long... rowDims) {
    long[] all = new long[rowDims.length + 1];
    all[0] = BATCH;
    System.arraycopy(rowDims, 0, all, 1, rowDims.length);
    return new Shape(all);
  }

  /** Returns the number of dimensions, the batch dimension included. */
  public int rank() {
    return dims.length;
  }

  /**
   * Returns one dimension.
   *
   * @param axis from 0, or from -1 backwards
   */
  public long dim(int axis) {
    return dims[axis < 0 ? axis + dims.length : axis];
  }

  /** Returns a copy of the dimensions. */
  public long[] dims() {
    return dims.clone();
  }

  /** Returns whether the first dimension is the number of rows. */
  public boolean batched() {
    return dims.length > 0 && dims[0] == BATCH;
  }

  /**
   * Returns the number of elements, of one row when batched.
   *
   * @throws ArithmeticException if it does not fit a {@code long}
   */
  public long elements() {
    long product = 1;
    for (int i = batched() ? 1 : 0; i < dims.length; i++) {
      product = Math.multiplyExact(product, dims[i]);
    }
    return product;
  }

  /** Returns this shape with one dimension replaced; {@code axis} may be negative. */
  public Shape with(int axis, long size) {
    long[] copy = dims.clone();
    copy[axis < 0 ? axis + copy.length : axis] = size;
    return new Shape(copy);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Shape shape && Arrays.equals(dims, shape.dims);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(dims);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("[");
    for (int i = 0; i < dims.length; i++) {
      text.append(i == 0 ? "" : ", ").append(dims[i] == BATCH ? "batch" : String.valueOf(dims[i]));
    }
    return text.append(']').toString();
  }
}
