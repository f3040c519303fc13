// SPDX-License-Identifier: Apache-2.0
package io.nncreator.tck.reference;

import io.nncreator.api.graph.Tensor;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * A dense row-major array of doubles; truth values are 1 and 0, integers are exact up to 2^53.
 *
 * @param values elements
 * @param dims dimensions, with the number of members first when {@code perMember}
 * @param perMember whether the first axis is the ensemble member
 */
@SuppressWarnings("ArrayRecordComponent")
public record ReferenceTensor(double[] values, long[] dims, boolean perMember) {
  /** Gives the element for an index. */
  @FunctionalInterface
  interface Element {
    double at(long[] index);
  }

  /** Checks that the dimensions fit the number of elements. */
  public ReferenceTensor {
    if (size(dims) != values.length) {
      throw new IllegalArgumentException(
          "The dimensions "
              + Arrays.toString(dims)
              + " do not fit "
              + values.length
              + " elements.");
    }
  }

  /** Returns the elements of a tensor as doubles. */
  public static ReferenceTensor of(Tensor tensor, boolean perMember) {
    double[] values = new double[tensor.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] =
          switch (tensor.dtype()) {
            case F32 -> tensor.floats()[i];
            case F64 -> tensor.doubles()[i];
            case I64 -> tensor.longs()[i];
            case BOOL -> throw new IllegalArgumentException("There is no tensor of type BOOL.");
          };
    }
    return new ReferenceTensor(values, tensor.dims(), perMember);
  }

  /** Returns the number of members, 1 when all members share the values. */
  public int members() {
    return perMember ? Math.toIntExact(dims[0]) : 1;
  }

  /** Returns a copy of one member's elements, or of the shared ones. */
  public double[] member(int member) {
    int size = values.length / members();
    int from = perMember ? member * size : 0;
    return Arrays.copyOfRange(values, from, from + size);
  }

  /** Returns the largest absolute difference to other elements; NaN equals NaN only. */
  public double distance(float[] others) {
    if (others.length != values.length) {
      throw new IllegalArgumentException(
          "Got " + others.length + " elements, expected " + values.length + ".");
    }
    double largest = 0;
    for (int i = 0; i < others.length; i++) {
      boolean equal = Double.compare(values[i], others[i]) == 0;
      double distance = equal ? 0 : Math.abs(values[i] - others[i]);
      largest = Double.isNaN(distance) ? Double.POSITIVE_INFINITY : Math.max(largest, distance);
    }
    return largest;
  }

  /** Returns the tensor whose elements a function gives, index by index. */
  static ReferenceTensor fill(long[] dims, boolean perMember, Element element) {
    double[] values = new double[size(dims)];
    ReferenceTensor tensor = new ReferenceTensor(values, dims, perMember);
    each(dims, index -> values[tensor.offset(index)] = element.at(index));
    return tensor;
  }

  /** Visits all indices in row-major order; the array is the same each time. */
  static void each(long[] dims, Consumer<long[]> visitor) {
    int size = size(dims);
    long[] index = new long[dims.length];
    for (int i = 0; i < size; i++) {
      long rest = i;
      for (int axis = dims.length - 1; axis >= 0; axis--) {
        index[axis] = rest % dims[axis];
        rest /= dims[axis];
      }
      visitor.accept(index);
    }
  }

  /**
   * Returns the element at an index of a result that this tensor broadcasts to: axes are matched
   * from the last one, an axis of size 1 is repeated, a member axis that is not here is dropped.
   */
  double at(long... index) {
    return values[offset(index)];
  }

  /** Returns where {@link #at} finds its element. */
  int offset(long... index) {
    int dropped = index.length - dims.length;
    long offset = 0;
    for (int axis = 0; axis < dims.length; axis++) {
      offset = offset * dims[axis] + (dims[axis] == 1 ? 0 : index[axis + dropped]);
    }
    return Math.toIntExact(offset);
  }

  /** Returns the size of an axis counted from the end, -1 being the last. */
  long dim(int axis) {
    return dims[dims.length + axis];
  }

  private static int size(long[] dims) {
    return Math.toIntExact(Arrays.stream(dims).reduce(1, Math::multiplyExact));
  }
}
