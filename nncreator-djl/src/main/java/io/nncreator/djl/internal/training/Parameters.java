// SPDX-License-Identifier: Apache-2.0
package io.nncreator.djl.internal.training;

import io.nncreator.api.graph.Graph;
import io.nncreator.api.graph.ParameterSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The parameters of a program: where each one stands and which are trained.
 *
 * @param all in the graph's order
 * @param trained positions of those that have a gradient
 */
record Parameters(List<ParameterSpec> all, List<Integer> trained) {
  static Parameters of(Graph graph) {
    Set<String> smooth = Differentiable.parameters(graph, LossGraph.LOSS);
    List<Integer> trained = new ArrayList<>();
    for (int i = 0; i < graph.parameters().size(); i++) {
      if (smooth.contains(graph.parameters().get(i).name())) {
        trained.add(i);
      }
    }
    return new Parameters(graph.parameters(), List.copyOf(trained));
  }

  ParameterSpec trainedAt(int index) {
    return all.get(trained.get(index));
  }

  /** Returns the expressions that read the parameters from a list. */
  Map<String, String> in(String list) {
    Map<String, String> expressions = new LinkedHashMap<>();
    for (int i = 0; i < all.size(); i++) {
      expressions.put(all.get(i).name(), list + "[" + i + "]");
    }
    return expressions;
  }
}
