// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.graph;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A finished, typed, acyclic program of primitive operations for one ensemble member. Immutable;
 * built by {@link GraphBuilder}.
 */
public final class Graph {
  private final List<Node> nodes;
  private final List<ParameterSpec> parameters;
  private final Map<String, Value> outputs;

  Graph(List<Node> nodes, List<ParameterSpec> parameters, Map<String, Value> outputs) {
    this.nodes = List.copyOf(nodes);
    this.parameters = List.copyOf(parameters);
    this.outputs = Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
  }

  /** Returns the nodes, each after its operands; a node's position is its value's id. */
  public List<Node> nodes() {
    return nodes;
  }

  /** Returns the parameters in the order of their declaration. */
  public List<ParameterSpec> parameters() {
    return parameters;
  }

  /** Returns the results by name. */
  public Map<String, Value> outputs() {
    return outputs;
  }

  /** Returns the result with a name. */
  public Value output(String name) {
    Value value = outputs.get(name);
    if (value == null) {
      throw new IllegalArgumentException(
          "The graph has no output (" + name + "). Its outputs are " + outputs.keySet() + ".");
    }
    return value;
  }

  /** Returns the fed values in the order of their declaration. */
  public Map<String, Value> inputs() {
    Map<String, Value> inputs = new LinkedHashMap<>();
    for (Node node : nodes) {
      if (node.op() instanceof Op.Input input) {
        inputs.put(input.name(), node.output());
      }
    }
    return inputs;
  }

  /** Returns the nodes that the named outputs need, in order. */
  public List<Node> nodesFor(String... names) {
    boolean[] needed = new boolean[nodes.size()];
    for (String name : names) {
      needed[output(name).id()] = true;
    }
    List<Node> kept = new ArrayList<>();
    for (int i = nodes.size() - 1; i >= 0; i--) {
      if (needed[i]) {
        kept.add(nodes.get(i));
        nodes.get(i).inputs().forEach(operand -> needed[operand.id()] = true);
      }
    }
    Collections.reverse(kept);
    return kept;
  }
}
