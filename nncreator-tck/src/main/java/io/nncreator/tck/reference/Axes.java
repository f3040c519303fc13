// SPDX-License-Identifier: Apache-2.0
package io.nncreator.tck.reference;

import io.nncreator.api.graph.Op.ReduceKind;
import java.util.Arrays;
import java.util.List;

/** The operations that work along one axis; axes are negative, counted from the end. */
final class Axes {
  private Axes() {}

  static ReferenceTensor reduce(ReduceKind kind, ReferenceTensor x, int axis) {
    long size = x.dim(axis);
    return ReferenceTensor.fill(
        with(x.dims(), axis, 1),
        x.perMember(),
        index -> {
          double result = kind == ReduceKind.MAX ? Double.NEGATIVE_INFINITY : 0;
          for (long i = 0; i < size; i++) {
            double element = x.at(with(index, axis, i));
            result = kind == ReduceKind.MAX ? Math.max(result, element) : result + element;
          }
          return kind == ReduceKind.MEAN ? result / size : result;
        });
  }

  /** The logarithm of the softmax: x less the logarithm of the sum of exponentials. */
  static ReferenceTensor logSoftmax(ReferenceTensor x) {
    ReferenceTensor largest = reduce(ReduceKind.MAX, x, -1);
    ReferenceTensor exponentials =
        ReferenceTensor.fill(
            x.dims(), x.perMember(), index -> Math.exp(x.at(index) - largest.at(index)));
    ReferenceTensor sum = reduce(ReduceKind.SUM, exponentials, -1);
    return ReferenceTensor.fill(
        x.dims(),
        x.perMember(),
        index -> x.at(index) - largest.at(index) - Math.log(sum.at(index)));
  }

  static ReferenceTensor softmax(ReferenceTensor x) {
    ReferenceTensor logarithm = logSoftmax(x);
    return ReferenceTensor.fill(x.dims(), x.perMember(), index -> Math.exp(logarithm.at(index)));
  }

  static ReferenceTensor slice(ReferenceTensor x, int axis, long start, long length) {
    return ReferenceTensor.fill(
        with(x.dims(), axis, length),
        x.perMember(),
        index -> x.at(with(index, axis, start + index[index.length + axis])));
  }

  static ReferenceTensor transpose(ReferenceTensor x, int first, int second) {
    return ReferenceTensor.fill(
        swapped(x.dims(), first, second),
        x.perMember(),
        index -> x.at(swapped(index, first, second)));
  }

  /** Returns a copy with the entries of two negative axes swapped. */
  static long[] swapped(long[] index, int first, int second) {
    long[] copy = with(index, first, index[index.length + second]);
    copy[copy.length + second] = index[index.length + first];
    return copy;
  }

  static ReferenceTensor concat(List<ReferenceTensor> parts, int axis, Extent extent) {
    long total = parts.stream().mapToLong(part -> part.dim(axis)).sum();
    return ReferenceTensor.fill(
        with(extent.dims(), axis, total),
        extent.perMember(),
        index -> {
          long position = index[index.length + axis];
          int chosen = 0;
          while (position >= parts.get(chosen).dim(axis)) {
            position -= parts.get(chosen).dim(axis);
            chosen++;
          }
          return parts.get(chosen).at(with(index, axis, position));
        });
  }

  static ReferenceTensor memberMean(ReferenceTensor x) {
    long members = x.members();
    long[] dims = Arrays.copyOfRange(x.dims(), 1, x.dims().length);
    return ReferenceTensor.fill(
        dims,
        false,
        index -> {
          long[] full = new long[index.length + 1];
          System.arraycopy(index, 0, full, 1, index.length);
          double sum = 0;
          for (long k = 0; k < members; k++) {
            full[0] = k;
            sum += x.at(full);
          }
          return sum / members;
        });
  }

  /** Returns a copy with the entry of a negative axis replaced. */
  static long[] with(long[] dims, int axis, long entry) {
    long[] copy = dims.clone();
    copy[copy.length + axis] = entry;
    return copy;
  }
}
