// SPDX-License-Identifier: Apache-2.0
package io.nncreator.tck.random;

import io.nncreator.api.graph.DType;
import io.nncreator.api.graph.GraphBuilder;
import io.nncreator.api.graph.Shape;
import io.nncreator.api.graph.TensorType;
import io.nncreator.api.graph.Value;
import io.nncreator.api.network.Activation;
import io.nncreator.api.network.Add;
import io.nncreator.api.network.Concat;
import io.nncreator.api.network.Dropout;
import io.nncreator.api.network.Layer;
import io.nncreator.api.network.LayerNorm;
import io.nncreator.api.network.Layers;
import io.nncreator.api.network.Linear;
import io.nncreator.api.network.Multiply;
import io.nncreator.api.network.NtkLinear;
import io.nncreator.api.network.ParametricActivation;
import io.nncreator.api.network.Periodic;
import io.nncreator.api.network.PiecewiseLinear;
import io.nncreator.api.network.Scale;
import io.nncreator.tck.fixture.Snake;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Predicate;

/** Places a random layer of any kind in the catalogue behind features that are there. */
final class RandomLayers {
  private static final Map<Class<?>, Choice> CHOICES = choices();

  private RandomLayers() {}

  /** A value in a network: where it comes from and its shape. */
  record Feature(String id, Shape shape) {
    long width() {
      return shape.dim(-1);
    }

    boolean flat() {
      return shape.rank() == 2;
    }
  }

  /** A layer with its inputs. */
  record Placed(Layer layer, List<Feature> inputs) {
    Placed(Layer layer, Feature input) {
      this(layer, List.of(input));
    }

    /** Returns the shape that the layer itself infers. */
    Shape shape() {
      GraphBuilder graph = new GraphBuilder();
      List<Value> values = new ArrayList<>();
      for (Feature input : inputs) {
        TensorType type = new TensorType(DType.F32, input.shape(), true);
        values.add(graph.input("x" + values.size(), type));
      }
      return layer.lower(graph, values).shape();
    }
  }

  /** How a kind of layer is placed. */
  interface Choice {
    Placed place(SplittableRandom random, List<Feature> features);
  }

  static Placed place(SplittableRandom random, List<Feature> features) {
    List<Class<? extends Record>> kinds = new ArrayList<>(Layers.catalog().types().values());
    for (Class<?> kind : kinds) {
      if (!CHOICES.containsKey(kind)) {
        throw new IllegalStateException(
            "The catalogue has a layer that random networks cannot place ("
                + kind.getName()
                + "). Maybe add it to RandomLayers.");
      }
    }
    Choice choice = CHOICES.get(kinds.get(random.nextInt(kinds.size())));
    if (choice == null) {
      throw new IllegalStateException("The catalogue has changed.");
    }
    return choice.place(random, features);
  }

  private static Map<Class<?>, Choice> choices() {
    Map<Class<?>, Choice> choices = new HashMap<>();
    choices.put(
        Linear.class,
        (random, features) ->
            new Placed(
                new Linear(1 + random.nextInt(6), random.nextInt(4) > 0),
                pick(random, features, feature -> feature.shape().rank() <= 3)));
    choices.put(
        Activation.class,
        (random, features) -> {
          Activation.Function[] all = Activation.Function.values();
          return new Placed(
              new Activation(all[random.nextInt(all.length)]), pick(random, features));
        });
    choices.put(
        Dropout.class,
        (random, features) ->
            new Placed(new Dropout(0.1 * random.nextInt(6)), pick(random, features)));
    choices.put(
        LayerNorm.class,
        (random, features) ->
            new Placed(
                random.nextBoolean() ? new LayerNorm() : new LayerNorm(0.01),
                pick(random, features)));
    choices.put(
        NtkLinear.class,
        (random, features) ->
            new Placed(
                new NtkLinear(1 + random.nextInt(6)), pick(random, features, Feature::flat)));
    choices.put(
        ParametricActivation.class,
        (random, features) -> {
          Activation.Function[] all = Activation.Function.values();
          return new Placed(
              new ParametricActivation(all[random.nextInt(all.length)]), pick(random, features));
        });
    choices.put(Scale.class, (random, features) -> new Placed(new Scale(), pick(random, features)));
    choices.put(
        Periodic.class,
        (random, features) ->
            new Placed(
                new Periodic(1 + random.nextInt(3), 0.1, 1 + random.nextInt(2)),
                pick(random, features, Feature::flat)));
    choices.put(
        PiecewiseLinear.class,
        (random, features) -> {
          Feature feature = pick(random, features, Feature::flat);
          PiecewiseLinear layer = new PiecewiseLinear(1 + random.nextInt(3), 2 + random.nextInt(3));
          return new Placed(
              random.nextBoolean()
                  ? layer
                  : layer.fitted(rows(random, feature.width()), (int) feature.width()),
              feature);
        });
    choices.put(Add.class, (random, features) -> joined(new Add(), random, features));
    choices.put(Multiply.class, (random, features) -> joined(new Multiply(), random, features));
    choices.put(
        Concat.class,
        (random, features) -> {
          Feature first = pick(random, features);
          List<Feature> inputs = new ArrayList<>(List.of(first));
          for (int i = 1 + random.nextInt(2); i > 0; i--) {
            inputs.add(pick(random, features, other -> besides(first).equals(besides(other))));
          }
          return new Placed(new Concat(), inputs);
        });
    choices.put(
        Snake.class,
        (random, features) ->
            new Placed(
                new Snake(0.5 + random.nextDouble()), pick(random, features, Feature::flat)));
    choices.putAll(RandomSeriesLayers.choices());
    choices.putAll(RandomImageLayers.choices());
    choices.putAll(RandomSubmodelLayers.choices());
    return choices;
  }

  static Feature pick(SplittableRandom random, List<Feature> features) {
    return features.get(random.nextInt(features.size()));
  }

  /** Picks one of those of a kind; there is one. */
  static Feature pick(SplittableRandom random, List<Feature> features, Predicate<Feature> kind) {
    return pick(random, features.stream().filter(kind).toList());
  }

  /** Some rows whose columns have from one to many levels. */
  private static float[] rows(SplittableRandom random, long width) {
    float[] rows = new float[Math.toIntExact(8 * width)];
    for (int i = 0; i < rows.length; i++) {
      float value = (float) random.nextGaussian();
      rows[i] = i % width % 2 == 0 ? value : Math.round(value);
    }
    return rows;
  }

  private static Shape besides(Feature feature) {
    return feature.shape().with(-1, 1);
  }

  private static Placed joined(Layer layer, SplittableRandom random, List<Feature> features) {
    Feature first = pick(random, features);
    List<Feature> inputs = new ArrayList<>(List.of(first));
    for (int i = 1 + random.nextInt(2); i > 0; i--) {
      inputs.add(pick(random, features, other -> other.shape().equals(first.shape())));
    }
    return new Placed(layer, inputs);
  }
}
