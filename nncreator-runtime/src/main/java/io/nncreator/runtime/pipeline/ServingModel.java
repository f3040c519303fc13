// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.pipeline;

import io.nncreator.api.graph.Graph;
import io.nncreator.api.graph.GraphBuilder;
import io.nncreator.api.network.NetworkAssembly;

/**
 * A network with all that stands before and after it: raw row in, answer out. The weights are kept
 * apart.
 *
 * @param pipeline from raw columns to features
 * @param network from features to raw outputs
 * @param target from raw outputs to the answer
 */
public record ServingModel(
    FeaturePipeline pipeline, NetworkAssembly network, TargetEncoding target) {
  /** Checks that the parts fit each other. */
  public ServingModel {
    if (!network.layout().equals(pipeline.layout())) {
      throw new IllegalArgumentException(
          "The network takes " + network.layout() + ", the pipeline gives " + pipeline.layout());
    }
    if (network.outputs() != target.outputs()) {
      throw new IllegalArgumentException(
          "The network has "
              + network.outputs()
              + " outputs, the target needs "
              + target.outputs()
              + ".");
    }
  }

  /**
   * Returns the whole program: inputs {@link FeaturePipeline#NUMBERS} and {@link
   * FeaturePipeline#CODES} (each only where there are such columns); output {@link
   * TargetEncoding#PROBABILITIES} or {@link TargetEncoding#VALUE}.
   */
  public Graph graph() {
    GraphBuilder graph = new GraphBuilder();
    Features features = pipeline.lower(graph);
    target.lower(graph, network.lower(graph, features.numeric(), features.codes()));
    return graph.build();
  }
}
