// SPDX-License-Identifier: Apache-2.0
package io.nncreator.tck.random;

import io.nncreator.api.network.BatchEnsemble;
import io.nncreator.api.network.SubmodelLinear;
import io.nncreator.api.network.SubmodelScale;
import io.nncreator.tck.random.RandomLayers.Choice;
import io.nncreator.tck.random.RandomLayers.Feature;
import io.nncreator.tck.random.RandomLayers.Placed;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Places layers of submodels on rows, or on series whose steps become the submodels. */
final class RandomSubmodelLayers {
  private RandomSubmodelLayers() {}

  static Map<Class<?>, Choice> choices() {
    Map<Class<?>, Choice> choices = new HashMap<>();
    choices.put(
        BatchEnsemble.class,
        (random, features) -> {
          Feature x = RandomLayers.pick(random, features, RandomSubmodelLayers::rowsOrSubmodels);
          return new Placed(new BatchEnsemble(1 + random.nextInt(4), submodels(random, x)), x);
        });
    choices.put(SubmodelScale.class, RandomSubmodelLayers::spread);
    choices.put(
        SubmodelLinear.class,
        (random, features) -> {
          List<Feature> several =
              features.stream().filter(feature -> feature.shape().rank() == 3).toList();
          return several.isEmpty()
              ? spread(random, features)
              : new Placed(
                  new SubmodelLinear(1 + random.nextInt(4)), RandomLayers.pick(random, several));
        });
    return choices;
  }

  private static Placed spread(SplittableRandom random, List<Feature> features) {
    return new Placed(
        new SubmodelScale(2 + random.nextInt(3)),
        RandomLayers.pick(random, features, Feature::flat));
  }

  private static int submodels(SplittableRandom random, Feature x) {
    return x.flat() ? 2 + random.nextInt(3) : Math.toIntExact(x.shape().dim(1));
  }

  private static boolean rowsOrSubmodels(Feature feature) {
    return feature.flat() || (feature.shape().rank() == 3 && feature.shape().dim(1) > 1);
  }
}
