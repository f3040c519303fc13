// SPDX-License-Identifier: Apache-2.0
package io.nncreator.djl.internal.training;

import io.nncreator.api.error.TrainingException;
import io.nncreator.api.network.FeatureLayout;
import io.nncreator.api.network.NetworkAssembly;
import io.nncreator.api.network.NetworkSpec;
import io.nncreator.api.training.AdamW;
import io.nncreator.api.training.ConstantRate;
import io.nncreator.api.training.Member;
import io.nncreator.api.training.SquaredError;
import io.nncreator.api.training.TrainingObserver;
import io.nncreator.api.training.TrainingRecipe;
import io.nncreator.api.training.TrainingRequest;
import io.nncreator.api.training.TrainingRows;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Trains a linear model on two rows, so that the engine is loaded and all code of a training has
 * run once.
 */
public final class WarmUp {
  private static final AtomicBoolean DONE = new AtomicBoolean();

  private WarmUp() {}

  /** Does it, at the first call only. What goes wrong, the first training will tell. */
  public static void run() {
    if (!DONE.compareAndSet(false, true)) {
      return;
    }
    FeatureLayout layout = new FeatureLayout(1, List.of());
    NetworkAssembly network =
        new NetworkAssembly(layout, new NetworkSpec("warm-up", 1, List.of()), 1);
    TrainingRecipe recipe =
        new TrainingRecipe(new SquaredError(), new AdamW(0), new ConstantRate(), 0.01, 1, 2, 1, 1);
    float[] line = {0, 1};
    TrainingRows rows = new TrainingRows(layout, line, new long[0], new int[0], line);
    Member member = new Member(new int[] {0}, new int[] {1}, 1);
    TrainingRequest request = new TrainingRequest(network, recipe, rows, List.of(member), null);
    try {
      TrainingRun.of(request, TrainingObserver.NONE);
    } catch (TrainingException e) {
      // A warm-up is a favour: nobody waits for it, and the first training fails with this error.
    }
  }
}
