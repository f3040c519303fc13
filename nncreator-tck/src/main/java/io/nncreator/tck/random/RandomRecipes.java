// SPDX-License-Identifier: Apache-2.0
package io.nncreator.tck.random;

import io.nncreator.api.training.AdamW;
import io.nncreator.api.training.ConstantRate;
import io.nncreator.api.training.CosLog4;
import io.nncreator.api.training.Cosine;
import io.nncreator.api.training.CrossEntropy;
import io.nncreator.api.training.FlatCosine;
import io.nncreator.api.training.Huber;
import io.nncreator.api.training.Loss;
import io.nncreator.api.training.Losses;
import io.nncreator.api.training.Momentum;
import io.nncreator.api.training.OneCycle;
import io.nncreator.api.training.Optimizer;
import io.nncreator.api.training.Optimizers;
import io.nncreator.api.training.Schedule;
import io.nncreator.api.training.Schedules;
import io.nncreator.api.training.SquaredError;
import io.nncreator.api.training.TrainingRecipe;
import java.util.Collection;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Draws training recipes with settings at which small networks learn. Not thread-safe.
 *
 * <p>A kind in a catalogue that it does not know is an {@link IllegalStateException}.
 */
public final class RandomRecipes {
  private final SplittableRandom random;

  /** Creates a generator; equal seeds give equal recipes. */
  public RandomRecipes(long seed) {
    random = new SplittableRandom(seed);
  }

  /** Draws a recipe for class labels or for values. */
  public TrainingRecipe recipe(boolean classification) {
    return new TrainingRecipe(
        loss(classification),
        optimizer(),
        schedule(),
        Math.pow(10, -4 + 2 * random.nextDouble()),
        1 + random.nextInt(16),
        1 + random.nextInt(4),
        random.nextInt(3),
        random.nextBoolean() ? 0 : 0.5 + random.nextDouble(),
        random.nextBoolean() ? null : schedule(),
        random.nextInt(3) > 0 ? null : 0.5 + 0.4 * random.nextDouble());
  }

  /** Draws a loss for class labels or for values. */
  public Loss loss(boolean classification) {
    List<Loss> all =
        List.of(
            new CrossEntropy(random.nextBoolean() ? 0 : 0.1),
            new SquaredError(),
            new Huber(0.5 + random.nextDouble()));
    requireAll(all, Losses.catalog().types().values());
    return pick(all.stream().filter(loss -> loss.classification() == classification).toList());
  }

  /** Draws an optimiser. */
  public Optimizer optimizer() {
    double decay = random.nextBoolean() ? 0 : 0.1 * random.nextDouble();
    List<Optimizer> all =
        List.of(new AdamW(0.8, 0.95, 1e-6, decay), new Momentum(random.nextDouble(), decay));
    requireAll(all, Optimizers.catalog().types().values());
    return pick(all);
  }

  /** Draws a schedule. */
  public Schedule schedule() {
    List<Schedule> all =
        List.of(
            new ConstantRate(),
            new Cosine(0.5 * random.nextDouble()),
            new CosLog4(),
            new OneCycle(0.1 + 0.5 * random.nextDouble(), 0.04, 0.01),
            new FlatCosine(0.5 * random.nextDouble()));
    requireAll(all, Schedules.catalog().types().values());
    return pick(all);
  }

  private <T> T pick(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  private static void requireAll(List<?> known, Collection<? extends Class<?>> catalogue) {
    for (Class<?> kind : catalogue) {
      if (known.stream().noneMatch(kind::isInstance)) {
        throw new IllegalStateException(
            "A catalogue has a kind that random recipes do not draw ("
                + kind.getName()
                + "). Maybe add it to RandomRecipes.");
      }
    }
  }
}
