// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.network;

import io.nncreator.api.graph.GraphBuilder;
import io.nncreator.api.graph.Op.BinaryKind;
import io.nncreator.api.graph.Tensor;
import io.nncreator.api.graph.Value;
import io.nncreator.api.graph.Weights;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Networks over the same features whose raw outputs (logits, standardised values) are averaged by
 * fixed shares. One network alone is an ensemble too.
 *
 * @param parts at least one, with equal layouts and outputs, whose shares add up to 1
 */
public record Ensemble(List<Part> parts) {
  private static final double ROUNDING = 1e-9;

  /**
   * One network in it.
   *
   * @param network from features to raw outputs
   * @param share of the average, in (0, 1]
   */
  public record Part(NetworkAssembly network, double share) {
    /** Checks the share. */
    public Part {
      if (!(share > 0 && share <= 1)) {
        throw new IllegalArgumentException("The share (" + share + ") must be in (0, 1].");
      }
    }
  }

  /** Checks that the parts fit each other. */
  public Ensemble {
    parts = List.copyOf(parts);
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("An ensemble needs at least one network.");
    }
    NetworkAssembly first = parts.get(0).network();
    double sum = 0;
    for (Part part : parts) {
      sum += part.share();
      if (!part.network().layout().equals(first.layout())
          || part.network().outputs() != first.outputs()) {
        throw new IllegalArgumentException(
            "The networks of an ensemble take the same features and give as many outputs; got "
                + describe(first)
                + " and "
                + describe(part.network())
                + ".");
      }
    }
    if (Math.abs(sum - 1) > ROUNDING) {
      throw new IllegalArgumentException("The shares must add up to 1, got " + sum + ".");
    }
  }

  /** Returns an ensemble of a single network. */
  public static Ensemble of(NetworkAssembly network) {
    return new Ensemble(List.of(new Part(network, 1)));
  }

  /** Returns the features that all networks take. */
  public FeatureLayout layout() {
    return parts.get(0).network().layout();
  }

  /** Returns the number of values that all networks give. */
  public int outputs() {
    return parts.get(0).network().outputs();
  }

  /**
   * Returns what comes before the parameter names of a part: nothing where it is alone.
   *
   * @param part from 0
   */
  public String prefix(int part) {
    return parts.size() == 1 ? "" : scope(part) + ".";
  }

  /**
   * Writes the networks and their average after values that are already in the graph, as {@link
   * NetworkAssembly#lower(GraphBuilder, Value, Value)} does for one.
   */
  public Value lower(GraphBuilder graph, @Nullable Value numeric, @Nullable Value codes) {
    if (parts.size() == 1) {
      return parts.get(0).network().lower(graph, numeric, codes);
    }
    List<Value> shares = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      Value raw = graph.inScope(scope(i), () -> part.network().lower(graph, numeric, codes));
      shares.add(graph.binary(BinaryKind.MUL, raw, graph.scalarLike(raw, part.share())));
    }
    Value sum = shares.get(0);
    for (Value share : shares.subList(1, shares.size())) {
      sum = graph.binary(BinaryKind.ADD, sum, share);
    }
    return sum;
  }

  /**
   * Returns the weights of all parts under their names in the ensemble.
   *
   * @param each of every part, in order, with equal numbers of members
   */
  public Weights join(List<Weights> each) {
    if (each.size() != parts.size()) {
      throw new IllegalArgumentException(
          "An ensemble of " + parts.size() + " networks got weights of " + each.size() + ".");
    }
    Map<String, Tensor> joined = new LinkedHashMap<>();
    for (int i = 0; i < parts.size(); i++) {
      String prefix = prefix(i);
      each.get(i).tensors().forEach((name, tensor) -> joined.put(prefix + name, tensor));
    }
    return new Weights(each.get(0).members(), joined);
  }

  private static String scope(int part) {
    return "part" + part;
  }

  private static String describe(NetworkAssembly network) {
    return network.layout() + " to " + network.outputs();
  }
}
