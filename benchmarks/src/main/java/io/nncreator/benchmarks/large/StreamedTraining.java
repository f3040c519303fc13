// SPDX-License-Identifier: Apache-2.0
package io.nncreator.benchmarks.large;

import io.nncreator.api.data.DataSource;
import io.nncreator.api.error.CreationException;
import io.nncreator.api.error.ErrorCode;
import io.nncreator.api.spi.ArchitectureGenerator.Candidate;
import io.nncreator.api.task.TaskSettings;
import io.nncreator.api.training.TrainingObserver;
import io.nncreator.core.internal.architecture.TemplateArchitectures;
import io.nncreator.core.internal.chunks.ChunkFile;
import io.nncreator.core.internal.chunks.FurtherRows;
import io.nncreator.core.internal.chunks.FurtherRowsEncoder;
import io.nncreator.core.internal.creation.CreationOrder;
import io.nncreator.core.internal.creation.CreationPlanner;
import io.nncreator.core.internal.creation.Journal;
import io.nncreator.core.internal.creation.PlannedCreation;
import io.nncreator.core.internal.creation.RowLimits;
import io.nncreator.core.internal.planning.Folds;
import io.nncreator.core.internal.planning.RowDivision;
import io.nncreator.core.internal.selection.ProcedureRun;
import io.nncreator.djl.DjlTrainer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One pass over all rows of a large table by the first two candidates, as a creation with hours of
 * time would begin.
 */
final class StreamedTraining {
  private static final long SEED = 1;
  private static final Duration HOURS = Duration.ofHours(3);

  private StreamedTraining() {}

  /** Plans, encodes and trains; says at once what was done at what pace, and how it ended. */
  static String run(Path file, Path folder) {
    CreationOrder order =
        new CreationOrder(
            "streamed",
            "Tell " + LargeTable.TARGET,
            DataSource.csv(file),
            new TaskSettings(LargeTable.TARGET, null, null, List.of()),
            HOURS,
            SEED,
            folder.resolve("network"));
    PlannedCreation plan =
        new CreationPlanner(List.of(new TemplateArchitectures()), 1, true, RowLimits.USUAL)
            .plan(order, new Journal("streamed", Clock.systemUTC(), event -> {}));
    @Nullable FurtherRows further = plan.further();
    if (further == null) {
      throw new CreationException(
          ErrorCode.CREATION_FAILED, "All rows fit in memory. Maybe ask for more rows.", null);
    }
    Folds folds = RowDivision.folds(plan.table(), plan.learningRows(), 2, SEED);
    ProcedureRun run =
        new ProcedureRun(plan.table(), plan.profile(), plan.learningRows(), folds, SEED);
    long start = System.nanoTime();
    try (ChunkFile chunks =
        new FurtherRowsEncoder(further, plan.table(), run.encoded(), () -> false)
            .encode(folder)
            .orElseThrow()) {
      say("encoded", chunks.rows(), start);
      run.learnFrom(chunks);
      for (Candidate candidate : plan.trials().candidates().subList(0, 2)) {
        Candidate once =
            new Candidate(
                candidate.network(), candidate.recipe().withEpochs(1), candidate.reason());
        start = System.nanoTime();
        run.train(new DjlTrainer(), 0, once, TrainingObserver.NONE);
        long rows = chunks.rows() + plan.learningRows().length;
        say("learnt by two of " + candidate.network().name(), rows, start);
      }
      return "two candidates visited all rows";
    }
  }

  private static void say(String what, long rows, long start) {
    double seconds = (System.nanoTime() - start) / 1e9;
    System.err.printf(
        Locale.ROOT,
        "  %s: %d rows in %.1f s, %.0f a second%n",
        what,
        rows,
        seconds,
        rows / seconds);
  }
}
