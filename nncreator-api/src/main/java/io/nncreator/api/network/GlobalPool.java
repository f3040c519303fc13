// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.network;

import io.nncreator.api.graph.GraphBuilder;
import io.nncreator.api.graph.Op.ReduceKind;
import io.nncreator.api.graph.Value;
import java.util.List;
import java.util.Objects;

/**
 * Reduces all steps of a series, {@code [batch, steps, width] -> [batch, width]}, or all pixels of
 * images, {@code [batch, channels, height, width] -> [batch, channels]}; Lin et al., arXiv
 * 1312.4400.
 *
 * @param pooling how
 */
public record GlobalPool(Pooling pooling) implements Layer {
  /** Ways to reduce. */
  public enum Pooling {
    /** Arithmetic mean. */
    MEAN,
    /** Largest element. */
    MAX
  }

  /** Checks the setting. */
  public GlobalPool {
    Objects.requireNonNull(pooling, "pooling");
  }

  @Override
  public Value lower(GraphBuilder graph, List<Value> inputs) {
    Value x = Settings.only(inputs);
    Settings.seriesOrImages("global-pool", x);
    ReduceKind kind = pooling == Pooling.MEAN ? ReduceKind.MEAN : ReduceKind.MAX;
    if (x.shape().rank() == 3) {
      return graph.reshapeRows(graph.reduce(kind, x, -2), x.shape().dim(-1));
    }
    long channels = x.shape().dim(1);
    Value pixels = graph.reshapeRows(x, channels, x.shape().elements() / channels);
    return graph.reshapeRows(graph.reduce(kind, pixels, -1), channels);
  }
}
