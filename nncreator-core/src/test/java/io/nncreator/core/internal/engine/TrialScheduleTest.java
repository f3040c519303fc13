// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.engine;

import static io.nncreator.core.internal.features.Tables.numbers;
import static io.nncreator.core.internal.features.Tables.profile;
import static io.nncreator.core.internal.features.Tables.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.nncreator.api.data.Dataset;
import io.nncreator.api.error.ErrorCode;
import io.nncreator.api.error.TrainingException;
import io.nncreator.api.event.CreationEvent;
import io.nncreator.api.event.TrialFinished;
import io.nncreator.api.network.LayerNode;
import io.nncreator.api.network.Linear;
import io.nncreator.api.network.NetworkSpec;
import io.nncreator.api.spi.ArchitectureGenerator.Candidate;
import io.nncreator.api.spi.Trainer;
import io.nncreator.api.task.Metric;
import io.nncreator.api.task.Objective;
import io.nncreator.api.training.AdamW;
import io.nncreator.api.training.Cosine;
import io.nncreator.api.training.SquaredError;
import io.nncreator.api.training.TrainingRecipe;
import io.nncreator.core.internal.creation.Journal;
import io.nncreator.core.internal.creation.StopSignal;
import io.nncreator.core.internal.features.LearningTable;
import io.nncreator.core.internal.planning.Deadline;
import io.nncreator.core.internal.planning.Folds;
import io.nncreator.core.internal.selection.ProcedureRun;
import io.nncreator.core.internal.selection.Trial;
import io.nncreator.tck.fixture.AlteredTrainer;
import io.nncreator.tck.reference.ReferenceTrainer;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class TrialScheduleTest {
  private final ExecutorService threads = Executors.newFixedThreadPool(2);
  private final List<CreationEvent> events = Collections.synchronizedList(new ArrayList<>());
  private final StopSignal signal = new StopSignal();

  @AfterEach
  void end() {
    threads.shutdownNow();
  }

  @Test
  void aCandidateThatFailsCostsOnlyItself() throws InterruptedException {
    ProcedureRun run = run();
    schedule(failing("deep")).train(candidates(), List.of(run));

    assertThat(run.best().map(Trial::name)).contains("linear");
    assertThat(outcome("deep")).startsWith("failed").contains("on purpose");
  }

  @Test
  void theFirstFailureIsToldWhenNothingIsLeft() {
    TrialSchedule schedule = schedule(failing("linear", "deep"));

    assertThatExceptionOfType(TrainingException.class)
        .isThrownBy(() -> schedule.train(candidates(), List.of(run())))
        .withMessage("on purpose");
  }

  @Test
  void aPassedDeadlineStillGivesTheGuard() throws InterruptedException {
    ProcedureRun run = run();
    AtomicLong now = new AtomicLong();
    Deadline deadline = Deadline.in(Duration.ofSeconds(10), now::get);
    now.set(Duration.ofSeconds(11).toNanos());
    schedule(new ReferenceTrainer(), deadline).train(candidates(), List.of(run));

    assertThat(run.trials()).extracting(Trial::name).containsExactly("linear");
  }

  @Test
  void aStopKeepsTheGuardAndLeavesTheRest() throws InterruptedException {
    signal.stop();
    ProcedureRun run = run();
    schedule(new ReferenceTrainer()).train(candidates(), List.of(run));

    assertThat(run.trials()).extracting(Trial::name).containsExactly("linear");
  }

  @Test
  void aCancellationLeavesEverything() throws InterruptedException {
    signal.cancel();
    ProcedureRun run = run();
    schedule(new ReferenceTrainer()).train(candidates(), List.of(run));

    assertThat(run.trials()).isEmpty();
  }

  private String outcome(String network) {
    return events.stream()
        .filter(TrialFinished.class::isInstance)
        .map(TrialFinished.class::cast)
        .filter(event -> event.network().equals(network))
        .findFirst()
        .orElseThrow()
        .outcome();
  }

  private TrialSchedule schedule(Trainer trainer) {
    return schedule(trainer, Deadline.in(Duration.ofSeconds(20)));
  }

  private TrialSchedule schedule(Trainer trainer, Deadline deadline) {
    return new TrialSchedule(
        trainer,
        threads,
        signal,
        deadline,
        new Journal("c", Clock.systemUTC(), events::add),
        new WorkMeter(),
        Metric.RMSE);
  }

  private static ProcedureRun run() {
    double[] x = IntStream.range(0, 40).asDoubleStream().toArray();
    Dataset data = new Dataset("t", List.of(numbers("x", x), numbers("y", x.clone())));
    LearningTable table = LearningTable.of(data, task("y", Objective.REGRESSION, Metric.RMSE));
    int[] rows = IntStream.range(0, 40).toArray();
    return new ProcedureRun(
        table, profile(data, Map.of()), rows, Folds.stratified(new int[40], 2, 1), 7);
  }

  private static List<Candidate> candidates() {
    TrainingRecipe recipe =
        new TrainingRecipe(new SquaredError(), new AdamW(0), new Cosine(0), 0.05, 8, 5, 0, 0);
    return List.of(
        new Candidate(new NetworkSpec("linear", 4, List.of()), recipe, "test"),
        new Candidate(
            new NetworkSpec(
                "deep",
                4,
                List.of(new LayerNode("hidden", new Linear(3), List.of(NetworkSpec.INPUT)))),
            recipe,
            "test"));
  }

  /** A trainer that refuses networks by name. */
  private static Trainer failing(String... refused) {
    Trainer good = new ReferenceTrainer();
    return new AlteredTrainer(
        good,
        (request, observer) -> {
          if (List.of(refused).contains(request.network().body().name())) {
            throw new TrainingException(ErrorCode.TRAINING_ENGINE, "on purpose", null);
          }
          return good.train(request, observer);
        });
  }
}
