// SPDX-License-Identifier: Apache-2.0
package io.nncreator.tck.random;

import io.nncreator.api.graph.Span;
import io.nncreator.api.network.AveragePool;
import io.nncreator.api.network.Conv2d;
import io.nncreator.api.network.GlobalPool;
import io.nncreator.api.network.GroupNorm;
import io.nncreator.api.network.InstanceNorm;
import io.nncreator.api.network.Layer;
import io.nncreator.api.network.MaxPool;
import io.nncreator.api.network.Reshape;
import io.nncreator.tck.random.RandomLayers.Choice;
import io.nncreator.tck.random.RandomLayers.Feature;
import io.nncreator.tck.random.RandomLayers.Placed;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.BiFunction;

/** Places layers on images, or on series too; where there is none, it makes one of features. */
final class RandomImageLayers {
  private RandomImageLayers() {}

  static Map<Class<?>, Choice> choices() {
    Map<Class<?>, Choice> choices = new HashMap<>();
    choices.put(Conv2d.class, on(4, RandomImageLayers::conv));
    choices.put(
        MaxPool.class,
        on(
            3,
            (random, x) -> {
              int[] window = window(random, x);
              return new MaxPool(window[0], window[1], window[2]);
            }));
    choices.put(
        AveragePool.class,
        on(
            3,
            (random, x) -> {
              int[] window = window(random, x);
              return new AveragePool(window[0], window[1], window[2]);
            }));
    choices.put(
        GlobalPool.class,
        on(
            3,
            (random, x) ->
                new GlobalPool(
                    random.nextBoolean() ? GlobalPool.Pooling.MEAN : GlobalPool.Pooling.MAX)));
    choices.put(
        GroupNorm.class,
        on(3, (random, x) -> new GroupNorm(RandomSeriesLayers.divisor(random, channels(x)), 0.01)));
    choices.put(InstanceNorm.class, on(3, (random, x) -> new InstanceNorm(0.01)));
    return choices;
  }

  private static Choice on(int leastRank, BiFunction<SplittableRandom, Feature, Layer> layer) {
    return (random, features) -> {
      List<Feature> fit =
          features.stream()
              .filter(x -> x.shape().rank() >= leastRank && x.shape().rank() <= 4)
              .toList();
      if (fit.isEmpty()) {
        Feature x = RandomLayers.pick(random, features, Feature::flat);
        int channels = RandomSeriesLayers.divisor(random, x.width());
        int height = RandomSeriesLayers.divisor(random, x.width() / channels);
        return new Placed(new Reshape(channels, height, -1), x);
      }
      Feature x = RandomLayers.pick(random, fit);
      return new Placed(layer.apply(random, x), x);
    };
  }

  private static long channels(Feature x) {
    return x.shape().dim(x.shape().rank() == 4 ? 1 : -1);
  }

  private static Layer conv(SplittableRandom random, Feature x) {
    int groups = random.nextBoolean() ? 1 : RandomSeriesLayers.divisor(random, channels(x));
    int padding = random.nextInt(3);
    int dilation = 1 + random.nextInt(2);
    int size = 1 + random.nextInt(3);
    boolean fits = new Span(size, 1, padding, dilation).positions(shortest(x)) >= 1;
    return new Conv2d(
        groups * (1 + random.nextInt(2)),
        fits ? size : 1,
        1 + random.nextInt(2),
        padding,
        dilation,
        groups,
        random.nextBoolean());
  }

  /** Returns size, stride and padding. */
  private static int[] window(SplittableRandom random, Feature x) {
    int size = 1 + random.nextInt(3);
    int padding = random.nextInt(size / 2 + 1);
    boolean fits = new Span(size, 1, padding, 1).positions(shortest(x)) >= 1;
    return new int[] {fits ? size : 1, 1 + random.nextInt(3), fits ? padding : 0};
  }

  private static long shortest(Feature x) {
    long height = x.shape().dim(-2);
    return x.shape().rank() == 4 ? Math.min(height, x.width()) : height;
  }
}
