// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.network;

import io.nncreator.api.graph.GraphBuilder;
import io.nncreator.api.graph.Initializer;
import io.nncreator.api.graph.Op.BinaryKind;
import io.nncreator.api.graph.Shape;
import io.nncreator.api.graph.Span;
import io.nncreator.api.graph.Value;

/** The learnt filters of a convolution. */
final class Filters {
  private Filters() {}

  /** Writes a convolution of images {@code [batch, channels, height, width]}. */
  static Value slide(
      GraphBuilder graph,
      Value images,
      int count,
      Span rows,
      Span columns,
      int groups,
      boolean bias) {
    long channels = images.shape().dim(1);
    if (channels % groups != 0 || count % groups != 0) {
      throw new IllegalArgumentException(
          "The setting groups ("
              + groups
              + ") must divide the "
              + channels
              + " channels and the "
              + count
              + " filters.");
    }
    Shape shape = Shape.of(count, channels / groups, rows.size(), columns.size());
    Initializer uniform = new Initializer.Uniform(1 / Math.sqrt((double) shape.elements() / count));
    Value weight = graph.parameter("weight", shape, uniform, true);
    Value y = graph.convolution(images, weight, rows, columns, groups);
    return bias
        ? graph.binary(
            BinaryKind.ADD, y, graph.parameter("bias", Shape.of(1, count, 1, 1), uniform, false))
        : y;
  }
}
