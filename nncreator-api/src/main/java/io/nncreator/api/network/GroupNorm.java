// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.network;

import io.nncreator.api.graph.GraphBuilder;
import io.nncreator.api.graph.Value;
import java.util.List;

/**
 * Normalises groups of channels of each row to mean 0 and variance 1, then scales and shifts each
 * channel; Wu and He, arXiv 1803.08494. Channels are the second axis of images {@code [batch,
 * channels, height, width]} and the last one of series {@code [batch, steps, width]}. Unlike batch
 * normalisation a row's result depends on that row only.
 *
 * @param groups number of groups, at least 1; must divide the channels
 * @param epsilon added to the variance, in (0, 1]
 */
public record GroupNorm(int groups, double epsilon) implements Layer {
  /** Checks the settings. */
  public GroupNorm {
    Settings.atLeast("groups", groups, 1);
    Settings.epsilon(epsilon);
  }

  /** A layer with the usual epsilon of 1e-5. */
  public GroupNorm(int groups) {
    this(groups, 1e-5);
  }

  @Override
  public Value lower(GraphBuilder graph, List<Value> inputs) {
    Value x = Settings.only(inputs);
    Settings.seriesOrImages("group-norm", x);
    long channels = Normal.channels(x);
    if (channels % groups != 0) {
      throw new IllegalArgumentException(
          "The setting groups (" + groups + ") must divide the " + channels + " channels.");
    }
    return Normal.grouped(graph, x, groups, epsilon);
  }
}
