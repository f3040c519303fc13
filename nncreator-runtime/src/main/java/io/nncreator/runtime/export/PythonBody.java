// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.export;

import io.nncreator.api.graph.DType;
import io.nncreator.api.graph.Graph;
import io.nncreator.api.graph.GraphBuilder;
import io.nncreator.api.graph.Node;
import io.nncreator.api.graph.ParameterSpec;
import io.nncreator.api.graph.Shape;
import io.nncreator.api.graph.TensorType;
import io.nncreator.api.graph.Value;
import io.nncreator.api.network.FeatureLayout;
import io.nncreator.api.network.LayerNode;
import io.nncreator.api.network.NetworkAssembly;
import io.nncreator.api.network.NetworkSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The class of a network's layers, and the classes that it needs. */
final class PythonBody {
  private final GraphBuilder graph = new GraphBuilder();
  private final Map<String, PythonValue> values = new LinkedHashMap<>();
  private final Set<String> definitions = new LinkedHashSet<>();
  private final List<String> constructors = new ArrayList<>();
  private final List<String> statements = new ArrayList<>();
  private final Map<String, String> renamed = new LinkedHashMap<>();
  private final PythonValue result;
  private final String type;
  private final String layers;
  private final String prefix;
  private final @Nullable Integer submodels;
  private final int outputs;

  /**
   * Goes through the layers in their order.
   *
   * @param type name of the class
   * @param prefix of the names of its tensors
   */
  PythonBody(NetworkAssembly network, String type, String prefix) {
    this.type = type;
    this.layers = "Layer" + type.substring("Body".length()) + "_";
    this.prefix = prefix;
    this.submodels = network.body().submodels();
    this.outputs = network.outputs();
    definitions.addAll(
        submodels == null
            ? List.of(PythonLayers.LINEAR)
            : PythonSubmodelLayers.head(network.outputs()));
    Value features = graph.input(NetworkSpec.INPUT, features(network));
    PythonValue last = new PythonValue("features", features);
    values.put(NetworkSpec.INPUT, last);
    for (LayerNode node : network.body().nodes()) {
      last = add(node);
      values.put(node.id(), last);
    }
    this.result = last;
  }

  /** Returns the classes that the body uses. */
  Set<String> definitions() {
    return definitions;
  }

  /** Returns the expression that makes the output layer behind the body. */
  String head() {
    String sizes = result.value().shape().dim(-1) + ", " + outputs + ")";
    if (submodels == null) {
      return "Linear(members, " + sizes;
    }
    String type = outputs == 1 ? "SubmodelValues" : "SubmodelClasses";
    return type + "(members, " + submodels + ", " + sizes;
  }

  /** Returns tensors under other names than their own. */
  Map<String, String> renamed() {
    return renamed;
  }

  /** Returns the class. */
  String code() {
    StringBuilder code = new StringBuilder("class " + type + "(nn.Module):\n");
    code.append("    \"\"\"The layers between stem and head.\"\"\"\n\n");
    code.append("    def __init__(self, members):\n        super().__init__()\n");
    constructors.forEach(line -> code.append("        ").append(line).append('\n'));
    code.append("\n    def forward(self, features):\n");
    statements.forEach(line -> code.append("        ").append(line).append('\n'));
    return code.append("        return ").append(result.name()).toString();
  }

  private PythonValue add(LayerNode node) {
    String name = PythonText.name(node.id());
    List<PythonValue> inputs = new ArrayList<>();
    node.inputs().forEach(id -> inputs.add(values.get(id)));
    List<Value> operands = inputs.stream().map(PythonValue::value).toList();
    int before = graph.build().nodes().size();
    Value output = graph.inScope(node.id(), () -> node.lower(graph, operands));
    Graph whole = graph.build();
    List<Node> added = whole.nodes().subList(before, whole.nodes().size());
    PythonLayer layer = PythonLayers.known(node.layer(), name, inputs);
    if (layer == null) {
      layer =
          new PythonOps(layers + node.id(), node.id(), name, whole.parameters(), inputs)
              .layer(added, output);
    }
    definitions.addAll(layer.definitions());
    if (layer.constructor() != null) {
      constructors.add("self." + name + " = " + layer.constructor());
    }
    statements.add(name + " = " + layer.call());
    rename(node.id(), name, layer, whole.parameters());
    return new PythonValue(name, output);
  }

  private void rename(String id, String name, PythonLayer layer, List<ParameterSpec> parameters) {
    String scope = id + ".";
    for (ParameterSpec parameter : parameters) {
      if (parameter.name().startsWith(scope)) {
        String local = parameter.name().substring(scope.length());
        String attribute = layer.attributes().getOrDefault(local, local);
        if (!name.equals(id) || !attribute.equals(local)) {
          renamed.put(prefix + parameter.name(), prefix + name + "." + attribute);
        }
      }
    }
  }

  private static TensorType features(NetworkAssembly network) {
    FeatureLayout layout = network.layout();
    long width = layout.numeric();
    for (int codes : layout.cardinalities()) {
      width += Math.min(network.body().embeddingWidth(), codes);
    }
    return new TensorType(DType.F32, Shape.rows(width), !layout.cardinalities().isEmpty());
  }
}
