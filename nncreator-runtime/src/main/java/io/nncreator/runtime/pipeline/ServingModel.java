// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.pipeline;

import io.nncreator.api.graph.Graph;
import io.nncreator.api.graph.GraphBuilder;
import io.nncreator.api.network.Ensemble;

/**
 * Networks with all that stands before and after it: raw row in, answer out. The weights are kept
 * apart.
 *
 * @param pipeline from raw columns to features
 * @param networks from features to raw outputs
 * @param target from raw outputs to the answer
 */
public record ServingModel(FeaturePipeline pipeline, Ensemble networks, TargetEncoding target) {
  /** Checks that the parts fit each other. */
  public ServingModel {
    if (!networks.layout().equals(pipeline.layout())) {
      throw new IllegalArgumentException(
          "The networks take " + networks.layout() + ", the pipeline gives " + pipeline.layout());
    }
    if (networks.outputs() != target.outputs()) {
      throw new IllegalArgumentException(
          "The networks have "
              + networks.outputs()
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
    target.lower(graph, networks.lower(graph, features.numeric(), features.codes()));
    return graph.build();
  }
}
