// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.network;

import io.nncreator.api.graph.GraphBuilder;
import io.nncreator.api.graph.Value;
import java.util.List;

/**
 * Swaps two axes of each row: a series read column by column, the pixels of an image as steps.
 *
 * @param first axis counted from the end, -4 to -1
 * @param second axis counted from the end, -4 to -1
 */
public record SwapAxes(int first, int second) implements Layer {
  /** Checks the axes. */
  public SwapAxes {
    Settings.within("first", first, -4, 0);
    Settings.within("second", second, -4, 0);
  }

  /** Swaps the last two axes. */
  public SwapAxes() {
    this(-2, -1);
  }

  @Override
  public Value lower(GraphBuilder graph, List<Value> inputs) {
    return graph.transpose(Settings.only(inputs), first, second);
  }
}
