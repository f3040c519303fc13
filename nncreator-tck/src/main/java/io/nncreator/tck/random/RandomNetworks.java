// SPDX-License-Identifier: Apache-2.0
package io.nncreator.tck.random;

import io.nncreator.api.graph.GraphBuilder;
import io.nncreator.api.graph.ParameterGroup;
import io.nncreator.api.graph.Shape;
import io.nncreator.api.graph.Tensor;
import io.nncreator.api.graph.Weights;
import io.nncreator.api.network.BatchEnsemble;
import io.nncreator.api.network.Concat;
import io.nncreator.api.network.FeatureLayout;
import io.nncreator.api.network.Flatten;
import io.nncreator.api.network.Layer;
import io.nncreator.api.network.LayerNode;
import io.nncreator.api.network.Linear;
import io.nncreator.api.network.NetworkAssembly;
import io.nncreator.api.network.NetworkSpec;
import io.nncreator.api.network.SubmodelScale;
import io.nncreator.tck.random.RandomLayers.Feature;
import io.nncreator.tck.random.RandomLayers.Placed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Draws small valid networks over all layers of {@link io.nncreator.api.network.Layers}, with
 * random weights. Not thread-safe.
 *
 * <p>A layer in the catalogue that it does not know is an {@link IllegalStateException}.
 */
public final class RandomNetworks {
  private static final int MAX_WIDTH = 12;
  private static final int MAX_ELEMENTS = 48;

  private final SplittableRandom random;

  /** Creates a generator; equal seeds give equal networks. */
  public RandomNetworks(long seed) {
    random = new SplittableRandom(seed);
  }

  /** Draws a network with 1 to 5 outputs. */
  public NetworkAssembly network() {
    return network(1 + random.nextInt(5));
  }

  /** Draws a network. */
  public NetworkAssembly network(int outputs) {
    return network(layout(), outputs);
  }

  /** Draws a network for given features. */
  public NetworkAssembly network(FeatureLayout layout, int outputs) {
    int width = 1 + random.nextInt(4);
    int features =
        layout.numeric()
            + layout.cardinalities().stream().mapToInt(codes -> Math.min(width, codes)).sum();
    List<LayerNode> nodes = nodes(features);
    NetworkSpec body = new NetworkSpec("random", width, nodes);
    return new NetworkAssembly(layout, random.nextInt(4) > 0 ? body : withSubmodels(body), outputs);
  }

  /** Draws a layout: numbers only, categories only, or both. */
  public FeatureLayout layout() {
    int kind = random.nextInt(3);
    List<Integer> cardinalities = new ArrayList<>();
    for (int i = kind == 0 ? 0 : 1 + random.nextInt(3); i > 0; i--) {
      cardinalities.add(1 + random.nextInt(6));
    }
    return new FeatureLayout(kind == 1 ? 0 : 1 + random.nextInt(5), cardinalities);
  }

  /** Draws values for all parameters of a network, away from the special first ones (0 and 1). */
  public Weights weights(NetworkAssembly network, int members) {
    GraphBuilder graph = new GraphBuilder();
    graph.output("outputs", network.lower(graph, true));
    long[] seeds = random.longs(members).toArray();
    Weights first = Weights.initialize(graph.build().parameters(), seeds);
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    first
        .tensors()
        .forEach(
            (name, tensor) -> {
              float[] data = tensor.floats().clone();
              for (int i = 0; i < data.length; i++) {
                data[i] += (float) (0.3 * (2 * random.nextDouble() - 1));
              }
              tensors.put(name, Tensor.of(data, tensor.dims()));
            });
    return new Weights(members, tensors);
  }

  /** Gives a body submodels that share its layers. */
  private NetworkSpec withSubmodels(NetworkSpec body) {
    int submodels = 2 + random.nextInt(3);
    Layer layer =
        random.nextBoolean() ? new SubmodelScale(submodels) : new BatchEnsemble(3, submodels);
    List<LayerNode> nodes = new ArrayList<>(body.nodes());
    String last = nodes.isEmpty() ? NetworkSpec.INPUT : nodes.get(nodes.size() - 1).id();
    nodes.add(new LayerNode("submodels", layer, List.of(last)));
    nodes.add(new LayerNode("shared", new Linear(4), List.of("submodels")));
    return new NetworkSpec(
        body.name(), body.embeddingWidth(), nodes, body.stem(), body.head(), submodels);
  }

  private List<LayerNode> nodes(int features) {
    List<LayerNode> nodes = new ArrayList<>();
    List<Feature> known =
        new ArrayList<>(List.of(new Feature(NetworkSpec.INPUT, Shape.rows(features))));
    List<Feature> unused = new ArrayList<>();
    for (int i = random.nextInt(10); i > 0; i--) {
      Placed placed = RandomLayers.place(random, known);
      Shape shape = placed.shape();
      if (shape.elements() > (shape.rank() == 2 ? MAX_WIDTH : MAX_ELEMENTS)) {
        placed = new Placed(new Linear(5), RandomLayers.pick(random, known, Feature::flat));
      }
      add(placed, nodes, known, unused);
    }
    for (Feature last : List.copyOf(unused)) {
      if (!last.flat()) {
        add(new Placed(new Flatten(), last), nodes, known, unused);
      }
    }
    if (unused.size() > 1) {
      add(new Placed(new Concat(), List.copyOf(unused)), nodes, known, unused);
    }
    return nodes;
  }

  private void add(
      Placed placed, List<LayerNode> nodes, List<Feature> known, List<Feature> unused) {
    String id = "layer" + nodes.size();
    nodes.add(
        new LayerNode(
            id,
            placed.layer(),
            placed.inputs().stream().map(Feature::id).toList(),
            random.nextInt(4) > 0
                ? null
                : new ParameterGroup(0.1 + 3 * random.nextDouble(), random.nextInt(3))));
    Feature result = new Feature(id, placed.shape());
    known.add(result);
    unused.removeAll(placed.inputs());
    unused.add(result);
  }
}
