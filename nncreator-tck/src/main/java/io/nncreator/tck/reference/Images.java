// SPDX-License-Identifier: Apache-2.0
package io.nncreator.tck.reference;

import io.nncreator.api.graph.Op;
import io.nncreator.api.graph.Op.ReduceKind;
import io.nncreator.api.graph.Span;

/** The operations that slide windows over images {@code [.., channels, height, width]}. */
final class Images {
  private Images() {}

  /** Takes each pair of image element and filter element that meet in a result. */
  interface Meeting {
    void at(long[] image, long[] filter);
  }

  /** Takes each image element under a window. */
  interface Element {
    void at(long[] image);
  }

  static ReferenceTensor convolution(
      Op.Convolution op, ReferenceTensor images, ReferenceTensor filters, int members) {
    long[] dims = slid(images, op.rows(), op.columns());
    dims[dims.length - 3] = filters.dim(-4);
    boolean perMember = images.perMember() || filters.perMember();
    boolean widen = perMember && !images.perMember();
    return ReferenceTensor.fill(
        widen ? Extent.withMembers(members, dims) : dims,
        perMember,
        index -> {
          double[] sum = new double[1];
          meetings(
              op,
              images,
              filters,
              index,
              (image, filter) -> sum[0] += images.at(image) * filters.at(filter));
          return sum[0];
        });
  }

  static ReferenceTensor pool(Op.Pool op, ReferenceTensor images) {
    boolean largest = op.kind() == ReduceKind.MAX;
    int size = op.rows().size() * op.columns().size();
    return ReferenceTensor.fill(
        slid(images, op.rows(), op.columns()),
        images.perMember(),
        index -> {
          double[] result = {largest ? Double.NEGATIVE_INFINITY : 0};
          window(
              op.rows(),
              op.columns(),
              images,
              index,
              image -> {
                double element = images.at(image);
                result[0] = largest ? Math.max(result[0], element) : result[0] + element / size;
              });
          return result[0];
        });
  }

  /** Visits what is multiplied for the element of a result. */
  static void meetings(
      Op.Convolution op,
      ReferenceTensor images,
      ReferenceTensor filters,
      long[] index,
      Meeting meeting) {
    long own = filters.dim(-3);
    long filter = index[index.length - 3];
    long group = filter / (filters.dim(-4) / op.groups());
    for (long channel = 0; channel < own; channel++) {
      for (int row = 0; row < op.rows().size(); row++) {
        long y = position(op.rows(), index[index.length - 2], row);
        for (int column = 0; column < op.columns().size(); column++) {
          long x = position(op.columns(), index[index.length - 1], column);
          if (y >= 0 && y < images.dim(-2) && x >= 0 && x < images.dim(-1)) {
            meeting.at(
                last(index, index[index.length - 4], group * own + channel, y, x),
                last(index, filter, channel, row, column));
          }
        }
      }
    }
  }

  /** Visits the image elements under the window of a result's element. */
  static void window(
      Span rows, Span columns, ReferenceTensor images, long[] index, Element element) {
    for (int row = 0; row < rows.size(); row++) {
      long y = position(rows, index[index.length - 2], row);
      for (int column = 0; column < columns.size(); column++) {
        long x = position(columns, index[index.length - 1], column);
        if (y >= 0 && y < images.dim(-2) && x >= 0 && x < images.dim(-1)) {
          element.at(last(index, index[index.length - 4], index[index.length - 3], y, x));
        }
      }
    }
  }

  private static long position(Span span, long step, long element) {
    return step * span.stride() + element * span.dilation() - span.padding();
  }

  private static long[] last(long[] index, long... entries) {
    long[] copy = index.clone();
    System.arraycopy(entries, 0, copy, copy.length - entries.length, entries.length);
    return copy;
  }

  private static long[] slid(ReferenceTensor images, Span rows, Span columns) {
    return Axes.with(
        Axes.with(images.dims(), -2, rows.positions(images.dim(-2))),
        -1,
        columns.positions(images.dim(-1)));
  }
}
