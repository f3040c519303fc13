// SPDX-License-Identifier: Apache-2.0
package io.nncreator.djl.internal.training;

import io.nncreator.api.graph.DType;
import io.nncreator.api.graph.Tensor;
import java.lang.reflect.Array;

/** Takes tensors apart along their first axis, that of the members, and puts them together. */
final class Slabs {
  private Slabs() {}

  /** Returns the slabs of some members in their order. */
  static Tensor select(Tensor tensor, int[] members) {
    long[] dims = tensor.dims();
    int slab = tensor.size() / Math.toIntExact(dims[0]);
    dims[0] = members.length;
    Object from = data(tensor);
    Object to = Array.newInstance(from.getClass().getComponentType(), slab * members.length);
    for (int i = 0; i < members.length; i++) {
      System.arraycopy(from, members[i] * slab, to, i * slab, slab);
    }
    return tensor(to, dims);
  }

  /** Returns a tensor with other slabs for some members. */
  static Tensor replace(Tensor tensor, int[] members, Tensor slabs) {
    int slab = slabs.size() / members.length;
    Object to = data(tensor);
    Object from = data(slabs);
    for (int i = 0; i < members.length; i++) {
      System.arraycopy(from, i * slab, to, members[i] * slab, slab);
    }
    return tensor(to, tensor.dims());
  }

  private static Object data(Tensor tensor) {
    return tensor.dtype() == DType.F32 ? tensor.floats().clone() : tensor.longs().clone();
  }

  private static Tensor tensor(Object data, long[] dims) {
    return data instanceof float[] floats
        ? Tensor.of(floats, dims)
        : Tensor.of((long[]) data, dims);
  }
}
