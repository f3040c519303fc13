// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.network;

import io.nncreator.api.graph.GraphBuilder;
import io.nncreator.api.graph.Value;
import java.util.List;

/**
 * A kind of layer with its settings. The set is open: a new layer is one record that implements
 * this interface and an entry in {@link Layers} (or a {@link java.util.ServiceLoader} provider of
 * {@link CatalogEntry}); every back-end then runs it, because it lowers itself to primitive
 * operations.
 *
 * <p>A record component is a setting: JSON names and types follow the components. Constructors
 * reject illegal settings with {@link IllegalArgumentException}.
 */
public interface Layer {
  /**
   * Writes the layer's operations.
   *
   * @param graph the open scope names the layer, so parameter names are local
   * @param inputs at least one value; row shapes are {@code [batch, features..]}
   * @return the layer's result
   * @throws IllegalArgumentException if the inputs do not suit the layer; the text states the rule
   */
  Value lower(GraphBuilder graph, List<Value> inputs);
}
