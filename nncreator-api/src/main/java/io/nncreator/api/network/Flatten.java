// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.network;

import io.nncreator.api.graph.GraphBuilder;
import io.nncreator.api.graph.Value;
import java.util.List;

/** Lays the elements of each row side by side: {@code [batch, ..] -> [batch, features]}. */
public record Flatten() implements Layer {
  @Override
  public Value lower(GraphBuilder graph, List<Value> inputs) {
    Value x = Settings.only(inputs);
    return graph.reshapeRows(x, x.shape().elements());
  }
}
