// SPDX-License-Identifier: Apache-2.0
package io.nncreator.djl.internal.torchscript;

import io.nncreator.api.graph.Graph;
import io.nncreator.api.graph.Node;
import io.nncreator.api.graph.Op;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

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
  private boolean rounds;

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

  /** States whether large products are those of factors rounded to bf16. */
  public GraphScript rounding(boolean wanted) {
    rounds = wanted;
    return this;
  }

  /** States what stands for the scaled masks of the dropout nodes, by node id. */
  public GraphScript masks(Map<Integer, String> expressions) {
    bound.putAll(expressions);
    return this;
  }

  /** Returns the assignments that compute outputs of the graph, without indentation. */
  public List<String> lines(String... outputs) {
    GraphScope scope = scope(outputs);
    return assignments(scope, emissions(scope, outputs));
  }

  /**
   * Returns the assignments that compute an output of the graph and the derivatives of its mean
   * over rows, or null if an operation has none that could be written.
   *
   * @param batch number of rows
   * @param parameters names of those by which to differentiate; the derivative by the i-th one is
   *     then in the variable {@code "g" + i}
   */
  public @Nullable List<String> gradientLines(String output, int batch, List<String> parameters) {
    GraphScope scope = scope(output);
    SortedMap<Integer, Emission> emissions = emissions(scope, output);
    List<String> lines = assignments(scope, emissions);
    BackwardPass backward = new BackwardPass(graph, scope, batch, parameters);
    return backward.write(emissions, graph.output(output), lines) ? lines : null;
  }

  /** Returns the expression that reads an output of the graph after its {@link #lines}. */
  public String read(String output) {
    return scope(output).read(graph.output(output));
  }

  private GraphScope scope(String... outputs) {
    Rounding rounding = new Rounding(rounds);
    return new GraphScope(graph, members, training, constants, rounding, bound, outputs);
  }

  private List<String> assignments(GraphScope scope, SortedMap<Integer, Emission> emissions) {
    List<String> lines = new ArrayList<>();
    for (Node node : graph.nodes()) {
      Emission emission = emissions.get(node.output().id());
      if (emission != null) {
        lines.addAll(emission.assignments(node.output().id()));
      }
      if (emission != null || isLeaf(node.op())) {
        lines.addAll(scope.rounding().after(node.output(), () -> scope.read(node.output())));
      }
    }
    return lines;
  }

  private SortedMap<Integer, Emission> emissions(GraphScope scope, String... outputs) {
    Fusions fusions = new Fusions(scope);
    NodeEmitter nodes = new NodeEmitter(scope);
    boolean[] needed = new boolean[graph.nodes().size()];
    for (String output : outputs) {
      needed[graph.output(output).id()] = true;
    }
    SortedMap<Integer, Emission> emissions = new TreeMap<>();
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
      emissions.put(id, emission);
    }
    return emissions;
  }

  private static boolean isLeaf(Op op) {
    return op instanceof Op.Input || op instanceof Op.Parameter || op instanceof Op.Constant;
  }
}
