// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.graph;

/**
 * How a window slides along one axis.
 *
 * @param size elements of the window, at least 1
 * @param stride elements from one position to the next, at least 1
 * @param padding elements added beyond each end of the axis, at least 0
 * @param dilation distance between neighbouring elements of the window, at least 1
 */
public record Span(int size, int stride, int padding, int dilation) {
  /** Checks the numbers. */
  public Span {
    if (size < 1 || stride < 1 || padding < 0 || dilation < 1) {
      throw new IllegalArgumentException(
          "A window needs size, stride and dilation of at least 1 and no negative padding, got ("
              + size
              + ", "
              + stride
              + ", "
              + dilation
              + " and "
              + padding
              + ").");
    }
  }

  /** A window along an axis of which it takes one element at a time. */
  public static Span single() {
    return new Span(1, 1, 0, 1);
  }

  /** Returns the elements from the first to the last one that the window covers. */
  public long reach() {
    return (long) dilation * (size - 1) + 1;
  }

  /** Returns the number of positions along an axis; less than 1 if the window does not fit. */
  public long positions(long extent) {
    return Math.floorDiv(extent + 2L * padding - reach(), stride) + 1;
  }
}
