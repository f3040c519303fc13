// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.network;

import io.nncreator.api.graph.GraphBuilder;
import io.nncreator.api.graph.Op.ReduceKind;
import io.nncreator.api.graph.Value;
import java.util.List;

/**
 * Takes the mean, where padding counts as zeros, of each position of a window that slides along a
 * series, {@code [batch, steps, width] -> [batch, steps', width]}, or a square one over images,
 * {@code [batch, channels, height, width] -> [batch, channels, height', width']}, with {@code
 * steps' = (steps + 2 padding - size) / stride + 1}, rounded down.
 *
 * @param size elements of the window along each axis, 1 to 64
 * @param stride elements from one position to the next, 1 to 64
 * @param padding zeros added at each end, 0 to half the size
 */
public record AveragePool(int size, int stride, int padding) implements Layer {
  /** Checks the settings. */
  public AveragePool {
    Windows.check(size, stride, padding);
  }

  /** A layer whose windows touch without overlap. */
  public AveragePool(int size) {
    this(size, size, 0);
  }

  @Override
  public Value lower(GraphBuilder graph, List<Value> inputs) {
    return Windows.pool(graph, ReduceKind.MEAN, Settings.only(inputs), size, stride, padding);
  }
}
