// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.network;

import io.nncreator.api.graph.DType;
import io.nncreator.api.graph.GraphBuilder;
import io.nncreator.api.graph.Initializer;
import io.nncreator.api.graph.ParameterGroup;
import io.nncreator.api.graph.Shape;
import io.nncreator.api.graph.Tensor;
import io.nncreator.api.graph.TensorType;
import io.nncreator.api.graph.Value;
import io.nncreator.api.graph.Weights;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A whole network: stem for given features, body, and output layer. Everything that training,
 * export and prediction run is lowered from here.
 *
 * @param layout features that come in
 * @param body layers between stem and head
 * @param outputs number of values that the head gives: classes, or 1 for regression
 */
public record NetworkAssembly(FeatureLayout layout, NetworkSpec body, int outputs) {
  /** Name of the input of scaled numbers, {@code F32 [batch, numeric]}. */
  public static final String NUMERIC = "numeric";

  /** Name of the input of category codes, {@code I64 [batch, categories]}. */
  public static final String CODES = "codes";

  private static final String HEAD = "head";

  /** Checks the settings. */
  public NetworkAssembly {
    Settings.atLeast("outputs", outputs, 1);
  }

  /**
   * Declares the inputs that the layout needs and writes the network.
   *
   * @param perMember whether each ensemble member sees its own rows (training) or all the same
   * @return the raw outputs (logits, standardised values) {@code [batch, outputs]}
   */
  public Value lower(GraphBuilder graph, boolean perMember) {
    return answer(graph, lowerEach(graph, perMember));
  }

  /**
   * Writes the network as {@link #lower(GraphBuilder, boolean)} does, without bringing submodels
   * together: each of them is to learn by itself.
   *
   * @param perMember whether each ensemble member sees its own rows (training) or all the same
   * @return the raw outputs {@code [batch, outputs]}, or {@code [batch, submodels, outputs]}
   */
  public Value lowerEach(GraphBuilder graph, boolean perMember) {
    Value numeric = null;
    if (layout.numeric() > 0) {
      numeric =
          graph.input(NUMERIC, new TensorType(DType.F32, Shape.rows(layout.numeric()), perMember));
    }
    Value codes = null;
    if (!layout.cardinalities().isEmpty()) {
      codes =
          graph.input(
              CODES,
              new TensorType(DType.I64, Shape.rows(layout.cardinalities().size()), perMember));
    }
    return each(graph, numeric, codes);
  }

  /**
   * Returns the network's answer: for classes the logarithms of the mean of its submodels'
   * probabilities, for values the mean of what they put out.
   *
   * @param each what {@link #lowerEach} gave
   * @return the raw outputs {@code [batch, outputs]}
   */
  public Value answer(GraphBuilder graph, Value each) {
    if (body.submodels() == null) {
      return each;
    }
    return outputs == 1
        ? Submodels.mean(graph, each)
        : graph.inScope(HEAD, () -> Submodels.logMeanProbability(graph, each));
  }

  /**
   * Writes the network after values that are already in the graph.
   *
   * @param numeric {@code F32 [batch, numeric]}; null when the layout has no numeric features
   * @param codes {@code I64 [batch, categories]}; null when the layout has no categories
   * @return the raw outputs {@code [batch, outputs]}
   * @throws IllegalArgumentException if the values do not fit the layout
   * @throws io.nncreator.api.error.SpecException if a layer's inputs do not suit it
   */
  public Value lower(GraphBuilder graph, @Nullable Value numeric, @Nullable Value codes) {
    return answer(graph, each(graph, numeric, codes));
  }

  private Value each(GraphBuilder graph, @Nullable Value numeric, @Nullable Value codes) {
    requireFeatures(NUMERIC, DType.F32, layout.numeric(), numeric);
    requireFeatures(CODES, DType.I64, layout.cardinalities().size(), codes);
    List<Value> features = new ArrayList<>();
    if (numeric != null) {
      features.add(numeric);
    }
    if (codes != null) {
      Value known = codes;
      graph.inScope(
          "stem", () -> grouped(graph, body.stem(), () -> features.addAll(embed(graph, known))));
    }
    Value joined = graph.concat(-1, features);
    Value hidden = graph.inScope("body", () -> body.lower(graph, joined));
    Layer head = body.submodels() == null ? new Linear(outputs) : new SubmodelLinear(outputs);
    return graph.inScope(
        HEAD, () -> grouped(graph, body.head(), () -> head.lower(graph, List.of(hidden))));
  }

  /**
   * Returns weights with which the network puts out a multiple of its raw outputs: those of the
   * output layer are multiplied, or the factor behind submodels that tell classes.
   *
   * @param weights of this network
   */
  public Weights withScaledOutputs(Weights weights, double factor) {
    boolean behind = body.submodels() != null && outputs > 1;
    String scaled = HEAD + "." + (behind ? Submodels.FACTOR : "");
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    weights
        .tensors()
        .forEach(
            (name, tensor) ->
                tensors.put(name, name.startsWith(scaled) ? times(tensor, factor) : tensor));
    return new Weights(weights.members(), tensors);
  }

  private static Tensor times(Tensor tensor, double factor) {
    float[] values = tensor.floats().clone();
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (values[i] * factor);
    }
    return Tensor.of(values, tensor.dims());
  }

  private static <T> T grouped(
      GraphBuilder graph, @Nullable ParameterGroup group, Supplier<T> lowering) {
    return group == null ? lowering.get() : graph.inGroup(group, lowering);
  }

  private static void requireFeatures(String name, DType dtype, int count, @Nullable Value value) {
    boolean fits =
        value == null
            ? count == 0
            : count > 0 && value.type().dtype() == dtype && value.shape().equals(Shape.rows(count));
    if (!fits) {
      throw new IllegalArgumentException(
          "The layout has "
              + count
              + " features of "
              + name
              + ", got "
              + (value == null ? "none" : value.type())
              + ".");
    }
  }

  private List<Value> embed(GraphBuilder graph, Value codes) {
    List<Value> vectors = new ArrayList<>();
    for (int i = 0; i < layout.cardinalities().size(); i++) {
      int levels = layout.cardinalities().get(i);
      Value table =
          graph.parameter(
              "embedding" + i,
              Shape.of(levels, Math.min(body.embeddingWidth(), levels)),
              new Initializer.Normal(0.1),
              false);
      vectors.add(graph.embedding(table, graph.slice(codes, -1, i, 1)));
    }
    return vectors;
  }
}
