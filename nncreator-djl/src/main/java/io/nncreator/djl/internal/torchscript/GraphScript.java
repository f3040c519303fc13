// SPDX-License-Identifier: Apache-2.0
package io.nncreator.djl.internal.torchscript;

import io.nncreator.api.graph.Graph;
import io.nncreator.api.graph.Node;
import io.nncreator.api.graph.Op;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes the nodes of an op graph as TorchScript assignments. All identifiers are generated; no
 * name or text of a user gets into a program.
 *
 * <p>With K &gt; 1 members, each value per member has a leading axis of size K; with one member no
 * value has it.
 */
public final class GraphScript {
  private final Graph graph;
  private final int members;
  private final boolean training;
  private final ConstantPool constants;
  private final Map<Integer, String> bound = new HashMap<>();

  /**
   * Creates an empty script.
   *
   * @param training whether dropout is active
   * @param constants where the graph's fixed tensors go
   */
  public GraphScript(Graph graph, int members, boolean training, ConstantPool constants) {
    this.graph = graph;
    this.members = members;
    this.training = training;
    this.constants = constants;
  }

  /** States what stands for the inputs, by name. */
  public GraphScript inputs(Map<String, String> expressions) {
    for (Node node : graph.nodes()) {
      if (node.op() instanceof Op.Input input && expressions.containsKey(input.name())) {
        bound.put(node.output().id(), expressions.get(input.name()));
      }
    }
    return this;
  }

  /** States what stands for the parameters, by name. */
  public GraphScript parameters(Map<String, String> expressions) {
    for (Node node : graph.nodes()) {
      if (node.op() instanceof Op.Parameter parameter
          && expressions.containsKey(parameter.name())) {
        bound.put(node.output().id(), expressions.get(parameter.name()));
      }
    }
    return this;
  }

  /** States what stands for the scaled masks of the dropout nodes, by node id. */
  public GraphScript masks(Map<Integer, String> expressions) {
    bound.putAll(expressions);
    return this;
  }

  /** Returns the assignments that compute outputs of the graph, without indentation. */
  public List<String> lines(String... outputs) {
    GraphScope scope = new GraphScope(graph, members, training, constants, bound, outputs);
    Fusions fusions = new Fusions(scope);
    NodeEmitter nodes = new NodeEmitter(scope);
    boolean[] needed = new boolean[graph.nodes().size()];
    for (String output : outputs) {
      needed[graph.output(output).id()] = true;
    }
    Deque<String> lines = new ArrayDeque<>();
    for (int id = needed.length - 1; id >= 0; id--) {
      Node node = graph.nodes().get(id);
      if (!needed[id] || isLeaf(node.op())) {
        continue;
      }
      Emission emission = fusions.match(node);
      if (emission == null) {
        emission = nodes.emit(node);
      }
      emission.operands().forEach(operand -> needed[operand.id()] = true);
      lines.addFirst("v" + id + " = " + emission.text());
    }
    return List.copyOf(lines);
  }

  /** Returns the expression that reads an output of the graph after its {@link #lines}. */
  public String read(String output) {
    return new GraphScope(graph, members, training, constants, bound, output)
        .read(graph.output(output));
  }

  private static boolean isLeaf(Op op) {
    return op instanceof Op.Input || op instanceof Op.Parameter || op instanceof Op.Constant;
  }
}
