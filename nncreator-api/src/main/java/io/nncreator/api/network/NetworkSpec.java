// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.network;

import io.nncreator.api.error.ErrorCode;
import io.nncreator.api.error.SpecException;
import io.nncreator.api.graph.DType;
import io.nncreator.api.graph.GraphBuilder;
import io.nncreator.api.graph.ParameterGroup;
import io.nncreator.api.graph.Shape;
import io.nncreator.api.graph.TensorType;
import io.nncreator.api.graph.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The body of a network as data: a directed acyclic graph of typed layers between the features and
 * the output layer. Stem (joining of inputs, embeddings) and head (output layer) follow from the
 * task, see {@link NetworkAssembly}. The last node is the result, all others lead to it; no node at
 * all is a linear model.
 *
 * <p>A body may hold several submodels that share layers (TabM, arXiv 2410.24210): its result then
 * has an axis of submodels behind the batch. Each of them has an output layer of its own and learns
 * from its own loss; the network's answer is the mean of theirs.
 *
 * @param name what people call it, 1 to 80 characters
 * @param embeddingWidth size of the vector learnt for each level of a many-level category, 1 to 256
 * @param nodes in an order in which each follows its inputs, at most {@link #MAX_NODES}
 * @param stem factors on learning rate and weight decay of the embeddings; null = none
 * @param head factors on learning rate and weight decay of the output layer; null = none
 * @param submodels number of submodels that the result is of, 2 to 256; null = it is of one network
 */
public record NetworkSpec(
    String name,
    int embeddingWidth,
    List<LayerNode> nodes,
    @Nullable ParameterGroup stem,
    @Nullable ParameterGroup head,
    @Nullable Integer submodels) {
  /** The id of the features that come out of the stem. */
  public static final String INPUT = "features";

  /** The largest number of layers. */
  public static final int MAX_NODES = 1_000;

  private static final Pattern ID = Pattern.compile("[a-z][A-Za-z0-9_]{0,63}");

  /**
   * Checks names, order and that no layer is left over.
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
    if (submodels != null && (submodels < 2 || submodels > 256)) {
      throw new SpecException(
          ErrorCode.SPEC_SETTING, "submodels", submodels, "a number from 2 to 256, or absent");
    }
    checkOrder(nodes);
    checkUse(nodes);
  }

  /** A body of one network. */
  public NetworkSpec(
      String name,
      int embeddingWidth,
      List<LayerNode> nodes,
      @Nullable ParameterGroup stem,
      @Nullable ParameterGroup head) {
    this(name, embeddingWidth, nodes, stem, head, null);
  }

  /** A body whose embeddings and output layer are trained as the recipe says. */
  public NetworkSpec(String name, int embeddingWidth, List<LayerNode> nodes) {
    this(name, embeddingWidth, nodes, null, null);
  }

  /**
   * Returns the body whose {@link RowFitted} layers behind the features took their settings from
   * rows.
   *
   * @param rows numeric features, row-major, of rows that are learnt from
   * @param width numeric features of a row; with 0 of them nothing is fitted
   */
  public NetworkSpec fitted(float[] rows, int width) {
    boolean known = width > 0 && rows.length > 0;
    List<LayerNode> fitted = new ArrayList<>();
    for (LayerNode node : nodes) {
      boolean first = node.inputs().equals(List.of(INPUT));
      fitted.add(
          known && first && node.layer() instanceof RowFitted layer
              ? new LayerNode(node.id(), layer.fitted(rows, width), node.inputs(), node.group())
              : node);
    }
    return new NetworkSpec(name, embeddingWidth, fitted, stem, head, submodels);
  }

  /**
   * Writes the layers after the stem's features.
   *
   * @return the result, {@code F32 [batch, features]}, or {@code [batch, submodels, features]}
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
        last = graph.inScope(node.id(), () -> node.lower(graph, inputs));
      } catch (IllegalArgumentException e) {
        throw new SpecException(ErrorCode.SPEC_SHAPE, path(i), node.layer(), e);
      } catch (ArithmeticException e) {
        throw new SpecException(
            ErrorCode.SPEC_LIMIT, path(i), node.layer(), "smaller: a size passes 2^63");
      }
      values.put(node.id(), last);
    }
    requireResult(last.type());
    return last;
  }

  private void requireResult(TensorType type) {
    Shape shape = type.shape();
    boolean fits =
        submodels == null ? shape.rank() == 2 : shape.rank() == 3 && shape.dim(1) == submodels;
    if (type.dtype() != DType.F32 || !shape.batched() || !fits) {
      String rows =
          submodels == null ? "[batch, features]" : "[batch, " + submodels + ", features]";
      throw new SpecException(
          ErrorCode.SPEC_SHAPE,
          nodes.isEmpty() ? INPUT : path(nodes.size() - 1),
          type,
          "rows F32" + rows + ", because it is the result");
    }
  }

  private String path(int node) {
    return "nodes[" + node + "] (" + nodes.get(node).id() + ")";
  }

  private static void checkUse(List<LayerNode> nodes) {
    Set<String> used = new HashSet<>();
    nodes.forEach(node -> used.addAll(node.inputs()));
    for (int i = 0; i < nodes.size() - 1; i++) {
      String id = nodes.get(i).id();
      if (!used.contains(id)) {
        throw new SpecException(
            ErrorCode.SPEC_WIRING,
            "nodes[" + i + "]",
            id,
            "an input of a later layer, because only the last layer is the result");
      }
    }
  }

  private static void checkOrder(List<LayerNode> nodes) {
    Set<String> known = new LinkedHashSet<>(List.of(INPUT));
    for (int i = 0; i < nodes.size(); i++) {
      LayerNode node = nodes.get(i);
      String path = "nodes[" + i + "]";
      if (!ID.matcher(node.id()).matches()) {
        throw new SpecException(
            ErrorCode.SPEC_NAME,
            path + ".id",
            node.id(),
            "a lower-case letter, then at most 63 letters, digits or underscores");
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
