// SPDX-License-Identifier: Apache-2.0
package io.nncreator.djl.internal.training;

import io.nncreator.api.error.ErrorCode;
import io.nncreator.api.error.NnCreatorException;
import io.nncreator.api.error.TrainingException;
import io.nncreator.api.graph.Graph;
import io.nncreator.api.training.Checkpoint;
import io.nncreator.api.training.TrainingObserver;
import io.nncreator.api.training.TrainingRequest;
import io.nncreator.api.training.TrainingResult;
import io.nncreator.djl.internal.engine.EngineThread;

/** The loop of one training: steps, validation, reports, and the end. */
public final class TrainingRun {
  /** Largest part of the rows that one call gathers, in bytes. */
  private static final long GATHERED_BYTES = 16L << 20;

  /** Longest validation that is part of a call with steps. */
  private static final long SHORT_VALIDATION_NANOS = 25_000_000;

  private final TrainingRequest request;
  private final TrainingObserver observer;
  private final TrainingPlan plan;
  private final ActiveProgram active;
  private final Standings standings;
  private final Pace steps;
  private final Pace validation;
  private long step;
  private long memberSteps;
  private int closed;
  private boolean validatesInside;

  private TrainingRun(
      TrainingRequest request,
      TrainingObserver observer,
      TrainingPlan plan,
      ActiveProgram active,
      TrainingState state) {
    this.request = request;
    this.observer = observer;
    this.plan = plan;
    this.active = active;
    this.standings = new Standings(request.members(), state);
    this.steps = new Pace(mostSteps(request, plan));
    this.validation = new Pace(Math.max(1, plan.validationBatches()));
    this.validatesInside = plan.validationBatches() == 0;
    this.closed = state.epochs();
    Checkpoint checkpoint = request.checkpoint();
    this.step = checkpoint == null ? 0 : checkpoint.step();
  }

  /**
   * Trains a request on the calling thread.
   *
   * @throws TrainingException if the engine fails
   */
  public static TrainingResult of(TrainingRequest request, TrainingObserver observer) {
    return of(request, observer, true);
  }

  /**
   * Trains a request.
   *
   * @param writesGradients false = differentiate by PyTorch's tape in any case
   */
  static TrainingResult of(
      TrainingRequest request, TrainingObserver observer, boolean writesGradients) {
    TrainingPlan plan = TrainingPlan.of(request);
    Graph graph = LossGraph.of(request.network(), request.recipe().loss());
    Parameters parameters = Parameters.of(graph);
    TrainingState state = firstState(request, parameters);
    try (EngineThread thread = EngineThread.enter();
        ActiveProgram active =
            new ActiveProgram(thread, request, plan, graph, writesGradients, state)) {
      TrainingRun run = new TrainingRun(request, observer, plan, active, state);
      boolean stopped = run.loop();
      return new TrainingEnd(request, plan, parameters)
          .result(active, run.step, run.closed, stopped, run.memberSteps);
    } catch (NnCreatorException e) {
      throw e;
    } catch (RuntimeException e) {
      throw new TrainingException(
          ErrorCode.TRAINING_ENGINE, "The training engine failed (" + e.getMessage() + ").", e);
    }
  }

  private static TrainingState firstState(TrainingRequest request, Parameters parameters) {
    long[] seeds = request.members().stream().mapToLong(member -> member.seed()).toArray();
    TrainingState first = TrainingState.first(parameters, request.recipe(), seeds);
    Checkpoint checkpoint = request.checkpoint();
    return checkpoint == null ? first : first.with(checkpoint);
  }

  /** Goes on until the end; returns whether the observer ended it. */
  private boolean loop() {
    while (standings.active().length > 0 && closed < plan.epochs()) {
      if (observer.stopRequested()) {
        return true;
      }
      if (step == (closed + 1L) * plan.stepsPerEpoch()) {
        if (!closeEpoch()) {
          return true;
        }
      } else {
        advance();
      }
    }
    return false;
  }

  private void advance() {
    long end = (closed + 1L) * plan.stepsPerEpoch();
    int count = steps.next(active.program().prepare(step));
    boolean close = validatesInside && step + count == end;
    long start = System.nanoTime();
    EpochReport report = active.program().run(step, count, close ? closed + 1 : 0);
    if (!close || count == plan.stepsPerEpoch()) {
      steps.took(count, System.nanoTime() - start);
    }
    step += count;
    memberSteps += (long) count * active.members().length;
    if (report != null) {
      closed(report);
    }
  }

  /** Validates in calls of its own; returns false when the observer ended it meanwhile. */
  private boolean closeEpoch() {
    long total = 0;
    for (int batch = 0; batch < plan.validationBatches(); ) {
      if (batch > 0 && observer.stopRequested()) {
        return false;
      }
      int count = validation.next(plan.validationBatches() - batch);
      long start = System.nanoTime();
      active.program().validate(batch, batch + count);
      long nanos = System.nanoTime() - start;
      validation.took(count, nanos);
      total += nanos;
      batch += count;
    }
    // The first pass also compiles.
    validatesInside = closed > 0 && total <= SHORT_VALIDATION_NANOS;
    closed(active.program().finish(closed + 1));
    return true;
  }

  private void closed(EpochReport report) {
    closed++;
    observer.onEpoch(standings.close(closed, plan.epochs(), active.members(), report));
    int[] left = standings.active();
    if (Compaction.pays(active.members().length, left.length, stepsLeft())) {
      active.keep(left);
    }
  }

  /** Returns how many steps members go on that do not become better any more. */
  private long stepsLeft() {
    int patience = request.recipe().patience();
    int epochs = plan.epochs() - closed;
    return (long) plan.stepsPerEpoch() * (patience == 0 ? epochs : Math.min(patience, epochs));
  }

  private static int mostSteps(TrainingRequest request, TrainingPlan plan) {
    long width =
        request.rows().layout().numeric() + 2L * request.rows().layout().cardinalities().size();
    long bytes = (width + 4) * Float.BYTES * plan.stride();
    return (int) Math.max(1, Math.min(1 << 20, GATHERED_BYTES / bytes));
  }
}
