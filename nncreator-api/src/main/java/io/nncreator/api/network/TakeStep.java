// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.network;

import io.nncreator.api.graph.GraphBuilder;
import io.nncreator.api.graph.Value;
import java.util.List;

/**
 * Takes one step out of a series: {@code [batch, steps, width] -> [batch, width]}.
 *
 * @param step position from 0, or from -1 backwards
 */
public record TakeStep(int step) implements Layer {
  @Override
  public Value lower(GraphBuilder graph, List<Value> inputs) {
    Value x = Settings.only(inputs);
    Settings.series("take-step", x);
    long steps = x.shape().dim(-2);
    long position = step < 0 ? step + steps : step;
    if (position < 0 || position >= steps) {
      throw new IllegalArgumentException(
          "The setting step (" + step + ") must be one of " + steps + " steps.");
    }
    return graph.reshapeRows(graph.slice(x, -2, position, 1), x.shape().dim(-1));
  }
}
