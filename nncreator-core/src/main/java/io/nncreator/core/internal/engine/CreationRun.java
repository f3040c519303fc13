// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.engine;

import io.nncreator.api.error.CreationException;
import io.nncreator.api.error.ErrorCode;
import io.nncreator.api.error.NnCreatorException;
import io.nncreator.api.error.TrainingException;
import io.nncreator.api.event.Stage;
import io.nncreator.api.spi.Trainer;
import io.nncreator.core.internal.creation.CreationOrder;
import io.nncreator.core.internal.creation.CreationPlanner;
import io.nncreator.core.internal.creation.Journal;
import io.nncreator.core.internal.creation.PlannedCreation;
import io.nncreator.core.internal.creation.StopSignal;
import io.nncreator.core.internal.creation.TimeReserve;
import io.nncreator.core.internal.planning.Deadline;
import io.nncreator.core.internal.planning.Folds;
import io.nncreator.core.internal.planning.RowDivision;
import io.nncreator.core.internal.release.Release;
import io.nncreator.core.internal.selection.ProcedureRun;
import io.nncreator.core.internal.selection.Seeds;
import io.nncreator.runtime.NeuralNetwork;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One creation, from the order to the bundle. Called once; the other methods are thread-safe. */
public final class CreationRun {
  private static final Logger LOG = LoggerFactory.getLogger(CreationRun.class);
  private static final long OUTER_STREAM = 2;
  private static final long FOLD_STREAM = 3;

  private final CreationOrder order;
  private final Trainer trainer;
  private final CreationPlanner planner;
  private final ExecutorService threads;
  private final boolean warmedUp;
  private final Journal journal;
  private final Deadline deadline;
  private final StopSignal signal = new StopSignal();
  private final WorkMeter meter = new WorkMeter();
  private volatile @Nullable TrialSchedule schedule;

  /**
   * Creates a run.
   *
   * @param warmedUp whether there is a processor to load the engine on while another one reads
   */
  CreationRun(
      CreationOrder order,
      Trainer trainer,
      CreationPlanner planner,
      ExecutorService threads,
      boolean warmedUp,
      Journal journal) {
    this.order = order;
    this.trainer = trainer;
    this.planner = planner;
    this.threads = threads;
    this.warmedUp = warmedUp;
    this.journal = journal;
    this.deadline = Deadline.in(order.budget());
  }

  /** Runs all stages. */
  public NeuralNetwork call() throws InterruptedException {
    if (warmedUp) {
      // The engine's native libraries load while the data is being read.
      threads.execute(this::warmUp);
    }
    PlannedCreation plan = planner.plan(order, journal);
    checkCancelled();
    journal.stage(Stage.TRAINING);
    ProcedureRun first = procedure(plan, plan.learningRows(), 0);
    List<ProcedureRun> runs;
    try (FurtherReading further = new FurtherReading(order, signal, deadline, journal)) {
      plan = further.give(first, plan);
      checkCancelled();
      runs = train(plan, first);
    }
    checkCancelled();
    if (runs.get(0).best().isEmpty()) {
      throw noNetwork();
    }
    Release release = new Release(order, plan, runs, trainer, journal);
    NeuralNetwork network = release.publish(signal, this::elapsed);
    if (deadline.passed()) {
      journal.warn(
          String.format(
              Locale.ROOT,
              "The creation took %.1f s, longer than its limit of %.1f s: the machine was busier"
                  + " than the plan counted on.",
              elapsed().toMillis() / 1e3,
              order.budget().toMillis() / 1e3));
    }
    return network;
  }

  private void warmUp() {
    try {
      trainer.warmUp();
    } catch (RuntimeException | LinkageError e) {
      LOG.debug("The trainer could not be warmed up; the first training will say why", e);
    }
  }

  private List<ProcedureRun> train(PlannedCreation plan, ProcedureRun first)
      throws InterruptedException {
    List<ProcedureRun> runs = new ArrayList<>();
    runs.add(first);
    int outer = plan.trials().scheme().outerFolds();
    if (outer > 0) {
      Folds folds = outerFolds(plan);
      for (int fold = plan.trials().scheme().firstJudge(); fold < outer; fold++) {
        runs.add(procedure(plan, chosen(plan.learningRows(), folds.outside(fold)), fold + 1));
      }
    }
    TrialSchedule trials =
        new TrialSchedule(
            trainer,
            threads,
            signal,
            deadline.reserving(TimeReserve.of(order.budget())),
            journal,
            meter,
            plan.table().task().metric().value());
    schedule = trials;
    trials.train(plan.trials().candidates(), runs);
    return runs;
  }

  private ProcedureRun procedure(PlannedCreation plan, int[] rows, int number) {
    long seed = Seeds.of(order.seed(), FOLD_STREAM, number);
    int count = Math.min(plan.trials().scheme().folds(), rows.length);
    Folds folds = RowDivision.folds(plan.table(), rows, count, seed);
    return new ProcedureRun(plan.table(), plan.profile(), rows, folds, seed);
  }

  private Folds outerFolds(PlannedCreation plan) {
    return RowDivision.folds(
        plan.table(),
        plan.learningRows(),
        plan.trials().scheme().outerFolds(),
        Seeds.of(order.seed(), OUTER_STREAM));
  }

  private static int[] chosen(int[] rows, int[] positions) {
    return Arrays.stream(positions).map(position -> rows[position]).toArray();
  }

  private void checkCancelled() {
    if (signal.cancelled()) {
      throw new CreationException(
          ErrorCode.CREATION_CANCELLED, "The creation was cancelled; nothing was kept.", null);
    }
  }

  private NnCreatorException noNetwork() {
    boolean late = deadline.reserving(TimeReserve.of(order.budget())).passed();
    return late
        ? new TrainingException(
            ErrorCode.TRAINING_NO_TIME,
            "The time limit ("
                + order.budget().toMillis() / 1000.0
                + " s) passed before a first network was ready. Maybe give more time.",
            null)
        : new TrainingException(
            ErrorCode.TRAINING_DIVERGED,
            "No candidate could be trained: every loss overflowed. Maybe look for extreme numbers"
                + " in the data.",
            null);
  }

  /** Returns the error for something that should not happen. */
  public static NnCreatorException unexpected(Throwable cause) {
    return new CreationException(
        ErrorCode.CREATION_FAILED,
        "The creation failed unexpectedly (" + cause + "). Maybe report it with the log.",
        cause);
  }

  /** Returns what ends the run early. */
  public StopSignal signal() {
    return signal;
  }

  /** Returns the stage that it is in. */
  public Stage stage() {
    return journal.stage();
  }

  /** Returns the share of the work that is done; grows with the stages and the trainings. */
  public double fraction() {
    return switch (journal.stage()) {
      case INTAKE -> 0.01;
      case ANALYSIS -> 0.03;
      case PLANNING -> 0.04;
      case TRAINING -> 0.05 + 0.85 * meter.fraction();
      case SCORING -> 0.92;
      case RELEASE -> 0.97;
    };
  }

  /** Returns the time since the start. */
  public Duration elapsed() {
    return deadline.elapsed();
  }

  /** Returns the name of the best network so far, or null. */
  public @Nullable String champion() {
    TrialSchedule trials = schedule;
    return trials == null ? null : trials.champion();
  }
}
