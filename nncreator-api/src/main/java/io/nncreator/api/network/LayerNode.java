// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.network;

import io.nncreator.api.graph.GraphBuilder;
import io.nncreator.api.graph.ParameterGroup;
import io.nncreator.api.graph.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One layer in its place in a network.
 *
 * @param id unique in the network: a lower-case letter, then letters, digits or underscores
 * @param layer what it does
 * @param inputs ids of earlier nodes, or {@link NetworkSpec#INPUT}
 * @param group factors on learning rate and weight decay of its parameters; null = none
 */
public record LayerNode(
    String id, Layer layer, List<String> inputs, @Nullable ParameterGroup group) {
  /** Copies the inputs. */
  public LayerNode {
    inputs = List.copyOf(inputs);
  }

  /** A layer that is trained as the recipe says. */
  public LayerNode(String id, Layer layer, List<String> inputs) {
    this(id, layer, inputs, null);
  }

  /** Writes the layer with its factors. */
  public Value lower(GraphBuilder graph, List<Value> values) {
    return group == null
        ? layer.lower(graph, values)
        : graph.inGroup(group, () -> layer.lower(graph, values));
  }
}
