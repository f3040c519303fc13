// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.engine;

import io.nncreator.api.error.ErrorCode;
import io.nncreator.api.error.NnCreatorException;
import io.nncreator.api.error.TrainingException;
import io.nncreator.api.event.ChampionChanged;
import io.nncreator.api.event.TrialFinished;
import io.nncreator.api.event.TrialProgressed;
import io.nncreator.api.event.TrialStarted;
import io.nncreator.api.spi.ArchitectureGenerator.Candidate;
import io.nncreator.api.spi.Trainer;
import io.nncreator.api.task.Metric;
import io.nncreator.api.training.EpochProgress;
import io.nncreator.api.training.TrainingObserver;
import io.nncreator.core.internal.creation.Journal;
import io.nncreator.core.internal.creation.StopSignal;
import io.nncreator.core.internal.planning.Deadline;
import io.nncreator.core.internal.selection.ProcedureRun;
import io.nncreator.core.internal.selection.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Trains every candidate in every run of the procedure on the creator's threads, candidate by
 * candidate, so that there is a servable champion from the first seconds on.
 */
final class TrialSchedule {
  private final Trainer trainer;
  private final ExecutorService threads;
  private final StopSignal signal;
  private final Deadline deadline;
  private final Journal journal;
  private final WorkMeter meter;
  private final Metric metric;
  private final Queue<NnCreatorException> failures = new ConcurrentLinkedQueue<>();
  private volatile @Nullable String champion;

  TrialSchedule(
      Trainer trainer,
      ExecutorService threads,
      StopSignal signal,
      Deadline deadline,
      Journal journal,
      WorkMeter meter,
      Metric metric) {
    this.trainer = trainer;
    this.threads = threads;
    this.signal = signal;
    this.deadline = deadline;
    this.journal = journal;
    this.meter = meter;
    this.metric = metric;
  }

  /** Returns the name of the best network so far, or null. */
  @Nullable String champion() {
    return champion;
  }

  /**
   * Trains; returns when everything is done or ended.
   *
   * @param runs the run that gives the network first, then those that only judge
   */
  void train(List<Candidate> candidates, List<ProcedureRun> runs) throws InterruptedException {
    List<Future<?>> tasks = new ArrayList<>();
    meter.expect(candidates.size() * runs.size());
    for (int order = 0; order < candidates.size(); order++) {
      Candidate candidate = candidates.get(order);
      for (int run = 0; run < runs.size(); run++) {
        Task task =
            new Task(candidate, order, candidates.size(), runs.get(run), run == 0, meter.task());
        tasks.add(threads.submit(task::train));
      }
    }
    try {
      for (Future<?> task : tasks) {
        task.get();
      }
    } catch (ExecutionException e) {
      throw rethrown(e.getCause());
    } finally {
      tasks.forEach(task -> task.cancel(false));
    }
    NnCreatorException first = failures.peek();
    if (first != null && runs.get(0).best().isEmpty()) {
      throw first;
    }
  }

  private static RuntimeException rethrown(@Nullable Throwable cause) {
    if (cause instanceof NnCreatorException known) {
      return known;
    }
    return new TrainingException(
        ErrorCode.TRAINING_ENGINE,
        "The training failed (" + cause + "). Maybe run the doctor command.",
        cause);
  }

  private final class Task implements TrainingObserver {
    private final Candidate candidate;
    private final int order;
    private final int candidates;
    private final ProcedureRun run;
    private final boolean visible;
    private final WorkMeter.Task work;

    Task(
        Candidate candidate,
        int order,
        int candidates,
        ProcedureRun run,
        boolean visible,
        WorkMeter.Task work) {
      this.candidate = candidate;
      this.order = order;
      this.candidates = candidates;
      this.run = run;
      this.visible = visible;
      this.work = work;
    }

    void train() {
      if (stopRequested()) {
        work.done(1);
        return;
      }
      String name = candidate.network().name();
      if (visible) {
        journal.publish(
            new TrialStarted(journal.creation(), journal.now(), order + 1, candidates, name));
      }
      try {
        Optional<Trial> trial = run.train(trainer, order, candidate, this);
        if (visible) {
          report(name, trial);
        }
      } catch (NnCreatorException e) {
        // One candidate that cannot be trained must not cost the others.
        failures.add(e);
        finished(name, Double.NaN, "failed: " + e.getMessage());
      } finally {
        work.done(1);
      }
    }

    private void report(String name, Optional<Trial> trial) {
      double score = trial.map(done -> done.score(metric)).orElse(Double.NaN);
      boolean best =
          trial.isPresent()
              && run.best().map(Trial::order).filter(first -> first == order).isPresent();
      String outcome =
          trial.isEmpty()
              ? (signal.ends(deadline, false) ? "ended before it was usable" : "diverged")
              : best ? "best so far" : "not better";
      finished(name, score, outcome);
      if (best) {
        champion = name;
        journal.publish(new ChampionChanged(journal.creation(), journal.now(), name, score));
      }
    }

    private void finished(String name, double score, String outcome) {
      journal.publish(
          new TrialFinished(journal.creation(), journal.now(), order + 1, name, score, outcome));
    }

    @Override
    public void onEpoch(EpochProgress progress) {
      work.done((double) progress.epoch() / progress.epochs());
      if (visible) {
        journal.publish(
            new TrialProgressed(journal.creation(), journal.now(), order + 1, progress));
      }
    }

    @Override
    public boolean stopRequested() {
      return signal.ends(deadline, order == 0);
    }
  }
}
