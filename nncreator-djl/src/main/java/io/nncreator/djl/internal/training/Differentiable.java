// SPDX-License-Identifier: Apache-2.0
package io.nncreator.djl.internal.training;

import io.nncreator.api.graph.Graph;
import io.nncreator.api.graph.Node;
import io.nncreator.api.graph.Op;
import io.nncreator.api.graph.Value;
import java.util.LinkedHashSet;
import java.util.Set;

/** Finds the parameters from which a smooth path leads to a result. */
final class Differentiable {
  private Differentiable() {}

  /** Returns the names of the parameters that have a gradient, in the graph's order. */
  static Set<String> parameters(Graph graph, String result) {
    boolean[] reached = new boolean[graph.nodes().size()];
    reached[graph.output(result).id()] = true;
    Set<String> found = new LinkedHashSet<>();
    for (int id = reached.length - 1; id >= 0; id--) {
      Node node = graph.nodes().get(id);
      if (!reached[id] || !node.output().type().dtype().isFloating()) {
        continue;
      }
      if (node.op() instanceof Op.Parameter parameter) {
        found.add(parameter.name());
      }
      for (Value operand : node.inputs()) {
        reached[operand.id()] |= operand.type().dtype().isFloating();
      }
    }
    Set<String> ordered = new LinkedHashSet<>();
    graph.parameters().stream().map(p -> p.name()).filter(found::contains).forEach(ordered::add);
    return ordered;
  }
}
