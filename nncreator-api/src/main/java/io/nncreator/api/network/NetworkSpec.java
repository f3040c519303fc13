// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.network;

import io.nncreator.api.error.ErrorCode;
import io.nncreator.api.error.SpecException;
import io.nncreator.api.graph.GraphBuilder;
import io.nncreator.api.graph.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The body of a network as data: a directed acyclic graph of typed layers between the features and
 * the output layer. Stem (joining of inputs, embeddings) and head (output layer) follow from the
 * task, see {@link NetworkAssembly}. The last node is the result; no node at all is a linear model.
 *
 * @param name what people call it, 1 to 80 characters
 * @param embeddingWidth size of the vector learnt for each level of a many-level category, 1 to 256
 * @param nodes in an order in which each follows its inputs, at most {@link #MAX_NODES}
 */
public record NetworkSpec(String name, int embeddingWidth, List<LayerNode> nodes) {
  /** The id of the features that come out of the stem. */
  public static final String INPUT = "features";

  /** The largest number of layers. */
  public static final int MAX_NODES = 1_000;

  private static final Pattern ID = Pattern.compile("[a-z][A-Za-z0-9_]{0,63}");

  /**
   * Checks names and order.
   *
   * @throws SpecException stating the path, the value and the rule
   */
  public NetworkSpec {
    nodes = List.copyOf(nodes);
    if (name.isBlank() || name.length() > 80) {
      throw new SpecException(ErrorCode.SPEC_NAME, "name", name, "1 to 80 characters");
    }
    if (embeddingWidth < 1 || embeddingWidth > 256) {
      throw new SpecException(
          ErrorCode.SPEC_SETTING, "embeddingWidth", embeddingWidth, "a number from 1 to 256");
    }
    if (nodes.size() > MAX_NODES) {
      throw new SpecException(
          ErrorCode.SPEC_LIMIT, "nodes", nodes.size() + " layers", "at most " + MAX_NODES);
    }
    checkOrder(nodes);
  }

  /**
   * Writes the layers after the stem's features.
   *
   * @throws SpecException naming the layer whose inputs do not suit it
   */
  public Value lower(GraphBuilder graph, Value features) {
    Map<String, Value> values = new LinkedHashMap<>();
    values.put(INPUT, features);
    Value last = features;
    for (int i = 0; i < nodes.size(); i++) {
      LayerNode node = nodes.get(i);
      List<Value> inputs = new ArrayList<>();
      node.inputs().forEach(id -> inputs.add(values.get(id)));
      try {
        last = graph.inScope(node.id(), () -> node.layer().lower(graph, inputs));
      } catch (IllegalArgumentException | ArithmeticException e) {
        throw new SpecException(
            ErrorCode.SPEC_SHAPE, "nodes[" + i + "] (" + node.id() + ")", node.layer(), e);
      }
      values.put(node.id(), last);
    }
    return last;
  }

  private static void checkOrder(List<LayerNode> nodes) {
    List<String> known = new ArrayList<>(List.of(INPUT));
    for (int i = 0; i < nodes.size(); i++) {
      LayerNode node = nodes.get(i);
      String path = "nodes[" + i + "]";
      if (!ID.matcher(node.id()).matches()) {
        throw new SpecException(ErrorCode.SPEC_NAME, path + ".id", node.id(), ID.pattern());
      }
      if (known.contains(node.id())) {
        throw new SpecException(ErrorCode.SPEC_NAME, path + ".id", node.id(), "a new id");
      }
      if (node.inputs().isEmpty()) {
        throw new SpecException(
            ErrorCode.SPEC_WIRING, path + ".inputs", "none", "at least one of " + known);
      }
      for (String input : node.inputs()) {
        if (!known.contains(input)) {
          throw new SpecException(
              ErrorCode.SPEC_WIRING, path + ".inputs", input, "one of the ids before it: " + known);
        }
      }
      known.add(node.id());
    }
  }
}
