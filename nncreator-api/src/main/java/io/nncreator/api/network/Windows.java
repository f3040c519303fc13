// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.network;

import io.nncreator.api.graph.GraphBuilder;
import io.nncreator.api.graph.Op.ReduceKind;
import io.nncreator.api.graph.Span;
import io.nncreator.api.graph.Value;

/** Windows that slide along a series or over images and reduce what they see. */
final class Windows {
  private Windows() {}

  static void check(int size, int stride, int padding) {
    Settings.window(size, stride, padding);
    if (2 * padding > size) {
      throw new IllegalArgumentException(
          "The setting padding (" + padding + ") must be at most half the size (" + size + ").");
    }
  }

  static Value pool(
      GraphBuilder graph, ReduceKind kind, Value x, int size, int stride, int padding) {
    Settings.seriesOrImages(kind == ReduceKind.MAX ? "max-pool" : "average-pool", x);
    Span span = new Span(size, stride, padding, 1);
    if (x.shape().rank() == 4) {
      return graph.pool(kind, x, span, span);
    }
    long steps = x.shape().dim(-2);
    long width = x.shape().dim(-1);
    // One channel whose rows are the steps: no copy is needed to bring the steps to an image.
    Value y = graph.pool(kind, graph.reshapeRows(x, 1, steps, width), span, Span.single());
    return graph.reshapeRows(y, y.shape().dim(-2), width);
  }
}
