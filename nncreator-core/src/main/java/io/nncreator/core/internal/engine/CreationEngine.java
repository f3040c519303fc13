// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.engine;

import io.nncreator.api.event.CreationEvent;
import io.nncreator.api.spi.ArchitectureGenerator;
import io.nncreator.api.spi.Trainer;
import io.nncreator.api.task.UnderstoodTask;
import io.nncreator.core.internal.creation.CreationOrder;
import io.nncreator.core.internal.creation.CreationPlanner;
import io.nncreator.core.internal.creation.Journal;
import io.nncreator.core.internal.creation.PlannedCreation;
import io.nncreator.core.internal.creation.RowLimits;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** What all creations of one creator share: trainer, planner, training threads. Thread-safe. */
public final class CreationEngine implements AutoCloseable {
  private final Trainer trainer;
  private final CreationPlanner planner;
  private final ExecutorService threads;
  private final int parallelism;

  /** Creates an engine; its threads start on demand and are daemons. */
  public CreationEngine(Trainer trainer, List<ArchitectureGenerator> generators, int parallelism) {
    this(trainer, generators, parallelism, RowLimits.USUAL);
  }

  CreationEngine(
      Trainer trainer, List<ArchitectureGenerator> generators, int parallelism, RowLimits limits) {
    this.trainer = trainer;
    this.parallelism = parallelism;
    this.planner =
        new CreationPlanner(
            generators,
            parallelism,
            trainer.capabilities().contains(Trainer.Capability.CHUNKS),
            limits);
    AtomicInteger number = new AtomicInteger();
    this.threads =
        Executors.newFixedThreadPool(
            parallelism,
            task -> {
              Thread thread = new Thread(task, "nncreator-training-" + number.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
  }

  /** Tells what is meant, without planning. */
  public UnderstoodTask understand(CreationOrder order) {
    return planner.understand(order);
  }

  /** Plans without training. */
  public PlannedCreation plan(CreationOrder order, Clock clock) {
    Journal journal = new Journal(order.id(), clock, event -> {});
    return planner.plan(order, journal);
  }

  /** Prepares a run; its time starts now. */
  public CreationRun run(CreationOrder order, Clock clock, Consumer<? super CreationEvent> events) {
    return new CreationRun(
        order, trainer, planner, threads, parallelism > 1, new Journal(order.id(), clock, events));
  }

  /** Frees the threads; trainings that run end by their signals. */
  @Override
  public void close() {
    threads.shutdown();
  }
}
