// SPDX-License-Identifier: Apache-2.0
package io.nncreator.tck.random;

import io.nncreator.api.network.Activation;
import io.nncreator.api.network.Add;
import io.nncreator.api.network.Concat;
import io.nncreator.api.network.Dropout;
import io.nncreator.api.network.Layer;
import io.nncreator.api.network.LayerNorm;
import io.nncreator.api.network.Layers;
import io.nncreator.api.network.Linear;
import io.nncreator.api.network.Multiply;
import io.nncreator.api.network.Periodic;
import io.nncreator.api.network.Scale;
import io.nncreator.tck.fixture.Snake;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Places a random layer of any kind in the catalogue behind features that are there. */
final class RandomLayers {
  private static final Map<Class<?>, Choice> CHOICES = choices();

  private RandomLayers() {}

  /** A value in a network: where it comes from and its number of features. */
  record Feature(String id, int width) {}

  /** A layer with its inputs and the number of features that it gives. */
  record Placed(Layer layer, List<Feature> inputs, int width) {}

  /** How a kind of layer is placed. */
  private interface Choice {
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
        (random, features) -> {
          int units = 1 + random.nextInt(6);
          return new Placed(
              new Linear(units, random.nextInt(4) > 0), List.of(pick(random, features)), units);
        });
    choices.put(
        Activation.class,
        (random, features) -> {
          Activation.Function[] all = Activation.Function.values();
          return same(new Activation(all[random.nextInt(all.length)]), pick(random, features));
        });
    choices.put(
        Dropout.class,
        (random, features) -> same(new Dropout(0.1 * random.nextInt(6)), pick(random, features)));
    choices.put(
        LayerNorm.class,
        (random, features) ->
            same(
                random.nextBoolean() ? new LayerNorm() : new LayerNorm(0.01),
                pick(random, features)));
    choices.put(Scale.class, (random, features) -> same(new Scale(), pick(random, features)));
    choices.put(
        Periodic.class,
        (random, features) -> {
          int width = 1 + random.nextInt(2);
          Feature input = pick(random, features);
          return new Placed(
              new Periodic(1 + random.nextInt(3), 0.1, width),
              List.of(input),
              input.width() * (width + 1));
        });
    choices.put(Add.class, (random, features) -> joined(new Add(), random, features));
    choices.put(Multiply.class, (random, features) -> joined(new Multiply(), random, features));
    choices.put(
        Concat.class,
        (random, features) -> {
          List<Feature> inputs = new ArrayList<>();
          for (int i = 2 + random.nextInt(2); i > 0; i--) {
            inputs.add(pick(random, features));
          }
          return new Placed(new Concat(), inputs, inputs.stream().mapToInt(Feature::width).sum());
        });
    choices.put(
        Snake.class,
        (random, features) -> same(new Snake(0.5 + random.nextDouble()), pick(random, features)));
    return choices;
  }

  private static Feature pick(SplittableRandom random, List<Feature> features) {
    return features.get(random.nextInt(features.size()));
  }

  private static Placed same(Layer layer, Feature input) {
    return new Placed(layer, List.of(input), input.width());
  }

  private static Placed joined(Layer layer, SplittableRandom random, List<Feature> features) {
    Feature first = pick(random, features);
    List<Feature> alike =
        features.stream().filter(feature -> feature.width() == first.width()).toList();
    List<Feature> inputs = new ArrayList<>(List.of(first));
    for (int i = 1 + random.nextInt(2); i > 0; i--) {
      inputs.add(pick(random, alike));
    }
    return new Placed(layer, inputs, first.width());
  }
}
