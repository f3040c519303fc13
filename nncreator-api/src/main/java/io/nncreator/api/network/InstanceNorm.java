// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.network;

import io.nncreator.api.graph.GraphBuilder;
import io.nncreator.api.graph.Value;
import java.util.List;

/**
 * Normalises each channel of each row to mean 0 and variance 1, then scales and shifts it:
 * {@linkplain GroupNorm groups} of one channel; Ulyanov et al., arXiv 1607.08022.
 *
 * @param epsilon added to the variance, in (0, 1]
 */
public record InstanceNorm(double epsilon) implements Layer {
  /** Checks the setting. */
  public InstanceNorm {
    Settings.epsilon(epsilon);
  }

  /** A layer with the usual epsilon of 1e-5. */
  public InstanceNorm() {
    this(1e-5);
  }

  @Override
  public Value lower(GraphBuilder graph, List<Value> inputs) {
    Value x = Settings.only(inputs);
    Settings.seriesOrImages("instance-norm", x);
    return Normal.grouped(graph, x, Normal.channels(x), epsilon);
  }
}
