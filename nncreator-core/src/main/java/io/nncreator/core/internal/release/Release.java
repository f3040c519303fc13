// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.release;

import io.nncreator.api.error.CreationException;
import io.nncreator.api.error.ErrorCode;
import io.nncreator.api.event.NetworkScored;
import io.nncreator.api.event.Stage;
import io.nncreator.api.spi.Trainer;
import io.nncreator.core.internal.creation.CreationOrder;
import io.nncreator.core.internal.creation.Journal;
import io.nncreator.core.internal.creation.PlannedCreation;
import io.nncreator.core.internal.creation.StopSignal;
import io.nncreator.core.internal.selection.Champion;
import io.nncreator.core.internal.selection.ProcedureRun;
import io.nncreator.runtime.NeuralNetwork;
import io.nncreator.runtime.bundle.BundleWriter;
import io.nncreator.runtime.bundle.Metrics;
import io.nncreator.runtime.bundle.NetworkBundle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The last stages of a creation: judge the champion's delivered form, then put it in place. */
public final class Release {
  private static final Logger LOG = LoggerFactory.getLogger(Release.class);

  private final CreationOrder order;
  private final PlannedCreation plan;
  private final List<ProcedureRun> runs;
  private final Trainer trainer;
  private final Journal journal;

  /**
   * Prepares a release.
   *
   * @param runs the run that gives the network first, then those that only judge; the first one has
   *     a champion
   */
  public Release(
      CreationOrder order,
      PlannedCreation plan,
      List<ProcedureRun> runs,
      Trainer trainer,
      Journal journal) {
    this.order = order;
    this.plan = plan;
    this.runs = List.copyOf(runs);
    this.trainer = trainer;
    this.journal = journal;
  }

  /**
   * Judges, writes and reloads the network.
   *
   * @param elapsed tells the time since the creation began
   */
  public NeuralNetwork publish(StopSignal signal, Supplier<Duration> elapsed) {
    journal.stage(Stage.SCORING);
    ProcedureRun run = runs.get(0);
    Champion champion = run.champion().orElseThrow();
    champion.trials().forEach(trial -> EngineParity.check(run, trial));
    BundleDraft draft = new BundleDraft(order, plan, run, champion, trainer);
    Metrics metrics = judge(draft, champion);
    journal.publish(
        new NetworkScored(
            order.id(), journal.now(), metrics.score(), metrics.dummy(), metrics.linear()));
    refuseWhenCancelled(signal);
    journal.stage(Stage.RELEASE);
    NetworkBundle bundle = draft.bundle(metrics, elapsed.get());
    BundleWriter.write(bundle, order.folder());
    try {
      return NeuralNetwork.load(order.folder());
    } catch (RuntimeException e) {
      withdraw(order.folder());
      throw e;
    }
  }

  /** Takes a bundle away that does not answer as it should. */
  private static void withdraw(Path bundle) {
    try (Stream<Path> files = Files.walk(bundle)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      LOG.warn("The unusable network {} could not be removed", bundle, e);
    }
  }

  private Metrics judge(BundleDraft draft, Champion champion) {
    Judge judge = new Judge(plan, runs);
    Judgement judgement =
        plan.holdoutRows().length > 0 ? judge.holdout(draft.served()) : judge.nested();
    return Scoring.metrics(
        plan.table(), judgement, plan.trials().scheme().describe(), runs.get(0).trials(), champion);
  }

  private static void refuseWhenCancelled(StopSignal signal) {
    if (signal.cancelled()) {
      throw new CreationException(
          ErrorCode.CREATION_CANCELLED, "The creation was cancelled; nothing was kept.", null);
    }
  }
}
