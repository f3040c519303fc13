// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core;

import io.nncreator.api.error.NnCreatorException;
import io.nncreator.api.event.CreationEvent;
import io.nncreator.api.event.CreationFinished;
import io.nncreator.api.event.CreationFinished.Outcome;
import io.nncreator.api.event.CreationListener;
import io.nncreator.core.internal.creation.CreationOrder;
import io.nncreator.core.internal.engine.CreationEngine;
import io.nncreator.core.internal.engine.CreationRun;
import io.nncreator.runtime.NeuralNetwork;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A creation on a thread of its own. */
final class DefaultCreationJob implements CreationJob {
  private static final Logger LOG = LoggerFactory.getLogger(DefaultCreationJob.class);

  /** How long the end of a job waits for slow listeners. */
  private static final long LISTENER_MILLIS = 500;

  private final CreationOrder order;
  private final Clock clock;
  private final EventDelivery events;
  private final CreationRun run;
  private final Thread thread;
  private final CompletableFuture<NeuralNetwork> network = new CompletableFuture<>();
  private volatile @Nullable JobStatus ended;

  DefaultCreationJob(
      CreationEngine engine, CreationOrder order, List<CreationListener> listeners, Clock clock) {
    this.order = order;
    this.clock = clock;
    this.events = new EventDelivery(order.id(), listeners);
    this.run = engine.run(order, clock, events::publish);
    this.thread = new Thread(this::work, "nncreator-" + order.id());
    thread.setDaemon(true);
  }

  void begin() {
    thread.start();
  }

  private void work() {
    try {
      NeuralNetwork made = run.call();
      finish(JobStatus.SUCCEEDED, Outcome.SUCCEEDED, made.location().toString());
      network.complete(made);
    } catch (NnCreatorException e) {
      fail(e);
    } catch (InterruptedException | RuntimeException | Error e) {
      LOG.error("The creation {} failed", order.id(), e);
      fail(CreationRun.unexpected(e));
    }
  }

  private void fail(NnCreatorException failure) {
    boolean cancelled = run.signal().cancelled();
    finish(
        cancelled ? JobStatus.CANCELLED : JobStatus.FAILED,
        cancelled ? Outcome.CANCELLED : Outcome.FAILED,
        failure.toString());
    network.completeExceptionally(failure);
  }

  private void finish(JobStatus status, Outcome outcome, String message) {
    CreationEvent last =
        new CreationFinished(order.id(), clock.instant(), outcome, run.elapsed(), message);
    events.publish(last);
    events.close();
    try {
      events.drain(LISTENER_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    ended = status;
  }

  @Override
  public String id() {
    return order.id();
  }

  @Override
  public JobStatus status() {
    JobStatus last = ended;
    if (last != null) {
      return last;
    }
    return run.signal().stopping() ? JobStatus.STOPPING : JobStatus.RUNNING;
  }

  @Override
  public JobProgress progress() {
    double fraction = ended == JobStatus.SUCCEEDED ? 1 : run.fraction();
    Duration elapsed = run.elapsed();
    return new JobProgress(
        run.stage(), fraction, elapsed, remaining(fraction, elapsed), run.champion());
  }

  private Duration remaining(double fraction, Duration elapsed) {
    if (ended != null) {
      return Duration.ZERO;
    }
    Duration left = order.budget().minus(elapsed);
    Duration most = left.isNegative() ? Duration.ZERO : left;
    if (fraction < 0.02) {
      return most;
    }
    Duration extrapolated =
        Duration.ofMillis((long) (elapsed.toMillis() * (1 - fraction) / fraction));
    return extrapolated.compareTo(most) < 0 ? extrapolated : most;
  }

  @Override
  public void stop() {
    run.signal().stop();
  }

  @Override
  public void cancel() {
    run.signal().cancel();
  }

  @Override
  public CompletionStage<NeuralNetwork> completion() {
    return network.minimalCompletionStage();
  }

  @Override
  public NeuralNetwork await() throws InterruptedException {
    try {
      return network.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof NnCreatorException known) {
        throw known;
      }
      throw new IllegalStateException(e);
    }
  }
}
