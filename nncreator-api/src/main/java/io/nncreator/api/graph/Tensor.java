// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.graph;

import java.util.Arrays;

/**
 * A dense array with its dimensions, row-major. The content is shared, not copied: treat it as
 * frozen once handed over.
 */
public final class Tensor {
  private final DType dtype;
  private final long[] dims;
  private final Object data;

  private Tensor(DType dtype, long[] dims, Object data, int length) {
    long elements = 1;
    for (long dim : dims) {
      if (dim < 0) {
        throw new IllegalArgumentException(
            "The dimensions " + Arrays.toString(dims) + " must be at least 0.");
      }
      elements = Math.multiplyExact(elements, dim);
    }
    if (elements != length) {
      throw new IllegalArgumentException(
          "The dimensions "
              + Arrays.toString(dims)
              + " need "
              + elements
              + " elements, not "
              + length
              + ".");
    }
    this.dtype = dtype;
    this.dims = dims.clone();
    this.data = data;
  }

  /** Returns a tensor of 32-bit floats. */
  public static Tensor of(float[] data, long... dims) {
    return new Tensor(DType.F32, dims, data, data.length);
  }

  /** Returns a tensor of 64-bit floats. */
  public static Tensor of(double[] data, long... dims) {
    return new Tensor(DType.F64, dims, data, data.length);
  }

  /** Returns a tensor of 64-bit integers. */
  public static Tensor of(long[] data, long... dims) {
    return new Tensor(DType.I64, dims, data, data.length);
  }

  /** Returns the element type. */
  public DType dtype() {
    return dtype;
  }

  /** Returns a copy of the dimensions. */
  public long[] dims() {
    return dims.clone();
  }

  /** Returns the number of elements. */
  public int size() {
    return java.lang.reflect.Array.getLength(data);
  }

  /**
   * Returns the elements of an {@link DType#F32} tensor.
   *
   * @throws ClassCastException if the tensor has another type
   */
  public float[] floats() {
    return (float[]) data;
  }

  /**
   * Returns the elements of an {@link DType#F64} tensor.
   *
   * @throws ClassCastException if the tensor has another type
   */
  public double[] doubles() {
    return (double[]) data;
  }

  /**
   * Returns the elements of an {@link DType#I64} tensor.
   *
   * @throws ClassCastException if the tensor has another type
   */
  public long[] longs() {
    return (long[]) data;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Tensor tensor
        && dtype == tensor.dtype
        && Arrays.equals(dims, tensor.dims)
        && Arrays.deepEquals(new Object[] {data}, new Object[] {tensor.data});
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(dims) + Arrays.deepHashCode(new Object[] {data});
  }

  @Override
  public String toString() {
    return dtype + Arrays.toString(dims);
  }
}
