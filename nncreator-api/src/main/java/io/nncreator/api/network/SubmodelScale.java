// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.network;

import io.nncreator.api.graph.GraphBuilder;
import io.nncreator.api.graph.Value;
import java.util.List;

/**
 * Lets several submodels see each row differently: {@code y[i] = x r[i]}, {@code [batch, n] ->
 * [batch, submodels, n]}, r learnt, with random signs at first. Before layers that all submodels
 * share it makes TabM-mini (Gorishniy et al., arXiv 2410.24210).
 *
 * @param submodels number of networks that share the layers behind it, 2 to 256
 */
public record SubmodelScale(int submodels) implements Layer {
  /** Checks the setting. */
  public SubmodelScale {
    Submodels.check(submodels);
  }

  @Override
  public Value lower(GraphBuilder graph, List<Value> inputs) {
    Value x = Settings.only(inputs);
    Settings.flatRows("submodel-scale", x);
    return Submodels.spread(graph, x, submodels);
  }
}
