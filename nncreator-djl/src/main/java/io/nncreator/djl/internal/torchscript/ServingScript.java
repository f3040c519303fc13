// SPDX-License-Identifier: Apache-2.0
package io.nncreator.djl.internal.torchscript;

import static io.nncreator.djl.internal.torchscript.NodeEmitter.call;

import io.nncreator.api.graph.Graph;
import io.nncreator.api.graph.ParameterSpec;
import io.nncreator.api.graph.Tensor;
import io.nncreator.api.graph.Value;
import io.nncreator.api.graph.Weights;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes a graph with its weights as a module whose {@code forward} computes all outputs. */
public final class ServingScript {
  private final Graph graph;
  private final Weights weights;
  private final ConstantPool constants = new ConstantPool();
  private final List<Attribute> attributes = new ArrayList<>();

  private ServingScript(Graph graph, Weights weights) {
    this.graph = graph;
    this.weights = weights;
  }

  /**
   * Returns the module.
   *
   * @throws IllegalArgumentException if a parameter of the graph has no fitting weights
   */
  public static ScriptArchive of(Graph graph, Weights weights) {
    return new ServingScript(graph, weights).write();
  }

  private ScriptArchive write() {
    Map<String, String> inputs = new LinkedHashMap<>();
    StringBuilder signature = new StringBuilder("  def forward(self: " + ScriptArchive.TYPE);
    graph
        .inputs()
        .forEach(
            (name, value) -> {
              String argument = "x" + inputs.size();
              signature.append(", ").append(argument).append(": Tensor");
              inputs.put(name, single(value) ? call("squeeze", argument, "0") : argument);
            });
    GraphScript script =
        new GraphScript(graph, weights.members(), false, constants)
            .inputs(inputs)
            .parameters(parameters());
    String[] names = graph.outputs().keySet().toArray(String[]::new);
    StringBuilder body = new StringBuilder();
    script.lines(names).forEach(line -> body.append("    ").append(line).append('\n'));
    List<String> results = new ArrayList<>();
    for (String name : names) {
      String result = script.read(name);
      results.add(single(graph.output(name)) ? call("unsqueeze", result, "0") : result);
    }
    boolean one = names.length == 1;
    String type = one ? "Tensor" : "Tuple[" + "Tensor, ".repeat(names.length - 1) + "Tensor]";
    String result = one ? results.get(0) : "(" + String.join(", ", results) + ")";
    String method = signature + ") -> " + type + ":\n" + body + "    return " + result + "\n";
    attributes.addAll(constants.attributes());
    return new ScriptArchive(method, attributes);
  }

  /** Values of a single member have their axis of size 1 only at the module's border. */
  private boolean single(Value value) {
    return weights.members() == 1 && value.type().perMember();
  }

  private Map<String, String> parameters() {
    Map<String, String> expressions = new LinkedHashMap<>();
    for (ParameterSpec parameter : graph.parameters()) {
      Tensor tensor = weights.tensors().get(parameter.name());
      long size = parameter.shape().elements() * weights.members();
      if (tensor == null || tensor.size() != size) {
        throw new IllegalArgumentException(
            "The weights have no tensor of "
                + size
                + " elements for the parameter ("
                + parameter.name()
                + ").");
      }
      String name = "w" + attributes.size();
      long[] dims = weights.members() == 1 ? parameter.shape().dims() : tensor.dims();
      attributes.add(Attribute.parameter(name, Tensor.of(tensor.floats(), dims)));
      expressions.put(parameter.name(), "self." + name);
    }
    return expressions;
  }
}
