// SPDX-License-Identifier: Apache-2.0
package io.nncreator.tck.random;

import io.nncreator.api.graph.Span;
import io.nncreator.api.network.Attention;
import io.nncreator.api.network.Conv1d;
import io.nncreator.api.network.EmbeddingBag;
import io.nncreator.api.network.Flatten;
import io.nncreator.api.network.Gru;
import io.nncreator.api.network.Layer;
import io.nncreator.api.network.Lstm;
import io.nncreator.api.network.PositionEmbedding;
import io.nncreator.api.network.Reshape;
import io.nncreator.api.network.RmsNorm;
import io.nncreator.api.network.SwapAxes;
import io.nncreator.api.network.TakeStep;
import io.nncreator.api.network.TokenEmbedding;
import io.nncreator.api.network.TokenizeFeatures;
import io.nncreator.tck.random.RandomLayers.Choice;
import io.nncreator.tck.random.RandomLayers.Feature;
import io.nncreator.tck.random.RandomLayers.Placed;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.BiFunction;
import java.util.stream.LongStream;

/** Places layers on series; where there is no series yet, it makes one of features. */
final class RandomSeriesLayers {
  private RandomSeriesLayers() {}

  static Map<Class<?>, Choice> choices() {
    Map<Class<?>, Choice> choices = new HashMap<>();
    choices.put(Reshape.class, RandomSeriesLayers::reshaped);
    choices.put(
        Flatten.class,
        (random, features) -> new Placed(new Flatten(), RandomLayers.pick(random, features)));
    choices.put(
        SwapAxes.class,
        onSeries((random, x) -> random.nextBoolean() ? new SwapAxes() : new SwapAxes(-1, -1)));
    choices.put(Conv1d.class, onSeries(RandomSeriesLayers::conv));
    choices.put(TakeStep.class, onSeries(RandomSeriesLayers::step));
    choices.put(PositionEmbedding.class, onSeries((random, x) -> new PositionEmbedding()));
    choices.put(
        Attention.class,
        onSeries((random, x) -> new Attention(divisor(random, x.width()), random.nextBoolean())));
    choices.put(
        Gru.class,
        onSeries(
            (random, x) ->
                new Gru(1 + random.nextInt(3), random.nextBoolean(), random.nextBoolean())));
    choices.put(
        Lstm.class,
        onSeries(
            (random, x) ->
                new Lstm(1 + random.nextInt(3), random.nextBoolean(), random.nextBoolean())));
    choices.put(
        RmsNorm.class,
        (random, features) ->
            new Placed(
                random.nextBoolean() ? new RmsNorm() : new RmsNorm(0.01),
                RandomLayers.pick(random, features)));
    choices.put(
        TokenizeFeatures.class,
        (random, features) ->
            new Placed(
                new TokenizeFeatures(1 + random.nextInt(4), random.nextBoolean()),
                RandomLayers.pick(random, features, Feature::flat)));
    // Only what comes from outside is exact enough to be rounded alike everywhere.
    choices.put(
        TokenEmbedding.class,
        (random, features) ->
            new Placed(
                new TokenEmbedding(1 + random.nextInt(5), 1 + random.nextInt(3)), features.get(0)));
    choices.put(
        EmbeddingBag.class,
        (random, features) ->
            new Placed(
                new EmbeddingBag(1 + random.nextInt(5), 1 + random.nextInt(3)), features.get(0)));
    return choices;
  }

  private static Choice onSeries(BiFunction<SplittableRandom, Feature, Layer> layer) {
    return (random, features) -> {
      List<Feature> series = features.stream().filter(RandomSeriesLayers::isSeries).toList();
      if (series.isEmpty()) {
        Feature x = RandomLayers.pick(random, features, Feature::flat);
        return new Placed(new Reshape(divisor(random, x.width()), -1), x);
      }
      Feature x = RandomLayers.pick(random, series);
      return new Placed(layer.apply(random, x), x);
    };
  }

  private static boolean isSeries(Feature feature) {
    return feature.shape().rank() == 3;
  }

  private static Placed reshaped(SplittableRandom random, List<Feature> features) {
    Feature x = RandomLayers.pick(random, features);
    int elements = Math.toIntExact(x.shape().elements());
    int first = divisor(random, elements);
    return new Placed(
        random.nextBoolean() ? new Reshape(first, -1) : new Reshape(first, elements / first), x);
  }

  private static Layer conv(SplittableRandom random, Feature x) {
    int groups = random.nextBoolean() ? 1 : divisor(random, x.width());
    int padding = random.nextInt(3);
    int dilation = 1 + random.nextInt(2);
    int size = 1 + random.nextInt(3);
    boolean fits = new Span(size, 1, padding, dilation).positions(x.shape().dim(-2)) >= 1;
    return new Conv1d(
        groups * (1 + random.nextInt(2)),
        fits ? size : 1,
        1 + random.nextInt(2),
        padding,
        dilation,
        groups,
        random.nextBoolean());
  }

  private static Layer step(SplittableRandom random, Feature x) {
    int steps = Math.toIntExact(x.shape().dim(-2));
    return new TakeStep(random.nextInt(2 * steps) - steps);
  }

  static int divisor(SplittableRandom random, long number) {
    long[] all = LongStream.rangeClosed(1, number).filter(i -> number % i == 0).toArray();
    return Math.toIntExact(all[random.nextInt(all.length)]);
  }
}
