// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.network;

import io.nncreator.api.graph.GraphBuilder;
import io.nncreator.api.graph.Value;
import java.util.List;

/** Joins the features of its inputs along the last axis. */
public record Concat() implements Layer {
  @Override
  public Value lower(GraphBuilder graph, List<Value> inputs) {
    Settings.several(inputs);
    return graph.concat(-1, inputs);
  }
}
