// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core;

import io.nncreator.api.data.DataSource;
import io.nncreator.api.event.CreationListener;
import io.nncreator.api.task.Metric;
import io.nncreator.api.task.Objective;
import io.nncreator.api.task.TaskSettings;
import io.nncreator.api.task.UnderstoodTask;
import io.nncreator.core.internal.creation.CreationId;
import io.nncreator.core.internal.creation.CreationOrder;
import io.nncreator.core.internal.creation.PlannedCreation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gathers what is said about one creation. */
final class DefaultCreationSpec implements CreationSpec {
  private static final Duration SHORTEST = Duration.ofSeconds(1);

  private final DefaultNeuralNetworkCreator creator;
  private final String description;
  private final List<String> excluded = new ArrayList<>();
  private final List<CreationListener> listeners = new ArrayList<>();
  private @Nullable DataSource source;
  private @Nullable String target;
  private @Nullable Objective objective;
  private @Nullable Metric metric;
  private @Nullable Duration budget;
  private @Nullable Long seed;
  private @Nullable Path folder;

  DefaultCreationSpec(DefaultNeuralNetworkCreator creator, String description) {
    this.creator = creator;
    this.description = java.util.Objects.requireNonNull(description, "description");
  }

  @Override
  public CreationSpec from(DataSource data) {
    source = once("data", source, data);
    return this;
  }

  @Override
  public CreationSpec target(String column) {
    target = once("target", target, column);
    return this;
  }

  @Override
  public CreationSpec objective(Objective wanted) {
    objective = once("objective", objective, wanted);
    return this;
  }

  @Override
  public CreationSpec metric(Metric wanted) {
    metric = once("metric", metric, wanted);
    return this;
  }

  @Override
  public CreationSpec exclude(String... columns) {
    excluded.addAll(List.of(columns));
    return this;
  }

  @Override
  public CreationSpec within(Duration limit) {
    if (limit.compareTo(SHORTEST) < 0) {
      throw new IllegalArgumentException(
          "The time limit (" + limit + ") must be at least " + SHORTEST + ".");
    }
    budget = once("time limit", budget, limit);
    return this;
  }

  @Override
  public CreationSpec seed(long wanted) {
    seed = once("seed", seed, wanted);
    return this;
  }

  @Override
  public CreationSpec to(Path bundle) {
    folder = once("folder", folder, bundle);
    return this;
  }

  @Override
  public CreationSpec listener(CreationListener listener) {
    listeners.add(java.util.Objects.requireNonNull(listener, "listener"));
    return this;
  }

  @Override
  public UnderstoodTask understand() {
    return creator.engine().understand(order());
  }

  @Override
  public CreationPlan plan() {
    CreationOrder order = order();
    PlannedCreation planned = creator.engine().plan(order, creator.clock());
    return new CreationPlan(
        planned.profile(),
        planned.table().task(),
        planned.layout(),
        planned.trials().scheme().describe(),
        planned.trials().scheme().folds(),
        planned.holdoutRows().length,
        planned.trials().candidates(),
        order.budget(),
        order.seed());
  }

  @Override
  public CreationJob start() {
    DefaultCreationJob job =
        new DefaultCreationJob(creator.engine(), order(), listeners, creator.clock());
    creator.begin(job);
    return job;
  }

  private CreationOrder order() {
    DataSource data = source;
    if (data == null) {
      throw new IllegalStateException(
          "The data is not set. Maybe add .from(DataSource.csv(path)).");
    }
    String id = CreationId.next(description, creator.clock().instant());
    return new CreationOrder(
        id,
        description,
        data,
        new TaskSettings(target, objective, metric, excluded),
        budget == null ? NeuralNetworkCreator.DEFAULT_BUDGET : budget,
        seed == null ? NeuralNetworkCreator.DEFAULT_SEED : seed,
        folder == null ? creator.workspace().model(id) : folder);
  }

  private static <T> T once(String what, @Nullable T before, T now) {
    if (before != null) {
      throw new IllegalStateException(
          "The " + what + " is set twice: (" + before + ") and (" + now + ").");
    }
    return java.util.Objects.requireNonNull(now, what);
  }
}
