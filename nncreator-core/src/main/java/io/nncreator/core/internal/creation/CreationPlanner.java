// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.creation;

import io.nncreator.api.data.DataProfile;
import io.nncreator.api.data.DataSource;
import io.nncreator.api.data.Dataset;
import io.nncreator.api.data.Finding;
import io.nncreator.api.event.CreationPlanned;
import io.nncreator.api.event.DataProfiled;
import io.nncreator.api.event.Stage;
import io.nncreator.api.event.TaskAnalysed;
import io.nncreator.api.network.FeatureLayout;
import io.nncreator.api.spi.ArchitectureGenerator;
import io.nncreator.api.spi.ArchitectureGenerator.Candidate;
import io.nncreator.api.task.TaskSpec;
import io.nncreator.api.task.UnderstoodTask;
import io.nncreator.core.internal.analysis.TaskAnalyst;
import io.nncreator.core.internal.chunks.FurtherRows;
import io.nncreator.core.internal.features.FittedRows;
import io.nncreator.core.internal.features.LearningSample;
import io.nncreator.core.internal.features.LearningTable;
import io.nncreator.core.internal.features.PipelineFitter;
import io.nncreator.core.internal.intake.DatasetReader;
import io.nncreator.core.internal.intake.ReadTable;
import io.nncreator.core.internal.intake.sample.RowSample;
import io.nncreator.core.internal.intake.sample.Sampling;
import io.nncreator.core.internal.planning.RowDivision;
import io.nncreator.core.internal.planning.TrialPlanner;
import io.nncreator.core.internal.planning.TrialPlanner.Trials;
import io.nncreator.core.internal.profile.DataFingerprint;
import io.nncreator.core.internal.profile.DataProfiler;
import io.nncreator.core.internal.selection.Seeds;
import io.nncreator.runtime.pipeline.FeaturePipeline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The stages before training: intake, analysis, planning. */
public final class CreationPlanner {
  private static final int MOST_CANDIDATES = 16;
  private static final int COST_ROWS = 1_000;
  private static final long HOLDOUT_STREAM = 1;
  private static final long SAMPLE_STREAM = 4;
  private static final long READING_STREAM = 5;
  private static final long FURTHER_STREAM = 6;

  /** Rows on disk are worth their reading if they are this part of those in memory, or more. */
  private static final int LEAST_GAIN = 4;

  private final List<ArchitectureGenerator> generators;
  private final int cores;
  private final boolean chunks;
  private final RowLimits limits;
  private final DataProfiler profiler = new DataProfiler();
  private @Nullable TaskAnalyst analyst;

  /**
   * Creates a planner.
   *
   * @param generators sources of candidates; the first one's first candidate is the linear guard
   * @param cores trainings that run at once
   * @param chunks whether trainings can learn from rows that are not in memory
   */
  public CreationPlanner(
      List<ArchitectureGenerator> generators, int cores, boolean chunks, RowLimits limits) {
    this.generators = List.copyOf(generators);
    this.cores = cores;
    this.chunks = chunks;
    this.limits = limits;
  }

  /** Reads the data and tells what is meant, whether or not it can be built. */
  public UnderstoodTask understand(CreationOrder order) {
    ReadTable read = read(order, true);
    return analyst()
        .understand(order.description(), profiler.profile(read), read.dataset(), order.settings());
  }

  /** Goes through the stages and tells the journal about each. */
  public PlannedCreation plan(CreationOrder order, Journal journal) {
    journal.stage(Stage.INTAKE);
    ReadTable read = read(order, true);
    DataProfile profile = profiler.profile(read);
    journal.stage(Stage.ANALYSIS);
    TaskSpec task = analyse(order, read, profile);
    boolean further = chunks(order) && RowDivision.independent(task);
    if (read.sample() != null && chunks(order) && !further && wanted(order) > limits.table()) {
      // Rows that must be divided by their time or group are learnt from in memory alone.
      read = read(order, false);
      profile = profiler.profile(read);
      task = analyse(order, read, profile);
    }
    Dataset data = read.dataset();
    DataProfile inspected = withTargetFindings(data, profile, task);
    journal.publish(new DataProfiled(order.id(), journal.now(), inspected));
    journal.publish(new TaskAnalysed(order.id(), journal.now(), task));
    journal.stage(Stage.PLANNING);
    Duration time =
        TimeReserve.forTraining(
            order.budget(), (long) data.rows() * data.columns().size(), scanned(read));
    long more = further ? further(read, time) : 0;
    int width = data.columns().size();
    Duration training =
        more == 0 ? time : TimeReserve.afterEncoding(time, read.rows() * width, more * width);
    Dataset learnt = sample(order, journal, read, task, training, more);
    @Nullable RowSample drawn = read.sample();
    long visited = learnt.rows() + more;
    Understanding understanding =
        new Understanding(
            inspected,
            LearningTable.of(learnt, task),
            read.dateStyles(),
            drawn == null ? DataFingerprint.of(data) : drawn.fingerprint(),
            visited < read.rows() ? visited : null);
    @Nullable FurtherRows rows =
        more == 0 || !(order.source() instanceof DataSource.Csv csv)
            ? null
            : new FurtherRows(
                csv.file(), read, more, Seeds.of(order.seed(), FURTHER_STREAM), limits.chunk());
    return decide(order, journal, understanding, training, rows);
  }

  private TaskSpec analyse(CreationOrder order, ReadTable read, DataProfile profile) {
    return analyst().analyse(order.description(), profile, read.dataset(), order.settings());
  }

  /**
   * Reads the data.
   *
   * @param few whether to hold only so many rows of it as are needed beside chunks
   */
  private ReadTable read(CreationOrder order, boolean few) {
    long seed = Seeds.of(order.seed(), READING_STREAM);
    Sampling sampling =
        few && chunks(order)
            ? new Sampling(seed, limits.table())
            : Sampling.of(seed, wanted(order));
    return new DatasetReader().read(order.source(), sampling);
  }

  private static int wanted(CreationOrder order) {
    return LearningSample.most(order.budget(), 1);
  }

  /** Returns whether rows that are not in memory can be read and learnt from. */
  private boolean chunks(CreationOrder order) {
    return chunks && order.source() instanceof DataSource.Csv;
  }

  /** Returns how many rows to learn from beside those that were read; none if it hardly pays. */
  private static long further(ReadTable read, Duration time) {
    int held = read.dataset().rows();
    long more = Math.min(read.rows(), LearningSample.inTime(time)) - held;
    return more * LEAST_GAIN >= held ? more : 0;
  }

  /** Returns how many cells were looked at but not read. */
  private static long scanned(ReadTable read) {
    return (read.rows() - read.dataset().rows()) * read.dataset().columns().size();
  }

  private static Dataset sample(
      CreationOrder order,
      Journal journal,
      ReadTable read,
      TaskSpec task,
      Duration training,
      long more) {
    Dataset data = read.dataset();
    int most = LearningSample.most(training, data.columns().size());
    Dataset learnt = LearningSample.of(data, task, most, Seeds.of(order.seed(), SAMPLE_STREAM));
    if (learnt.rows() + more < read.rows()) {
      journal.warn(
          "The network learns from "
              + (learnt.rows() + more)
              + " of "
              + read.rows()
              + " rows, drawn at random: its time or memory allows no more. Maybe give more time.");
    }
    return learnt;
  }

  /** Reads the vocabularies only when a first creation needs them. */
  private synchronized TaskAnalyst analyst() {
    if (analyst == null) {
      analyst = TaskAnalyst.create();
    }
    return analyst;
  }

  private PlannedCreation decide(
      CreationOrder order,
      Journal journal,
      Understanding understanding,
      Duration training,
      @Nullable FurtherRows further) {
    LearningTable table = understanding.table();
    DataProfile profile = understanding.profile();
    FeaturePipeline pipeline = PipelineFitter.fit(table.data(), profile, table.task());
    FeatureLayout layout = pipeline.layout();
    float[] features = FittedRows.encode(pipeline, some(table.data())).numeric();
    Trials trials =
        TrialPlanner.plan(
            table.rows(),
            further == null ? 0 : further.wanted(),
            table.smallestClass(),
            RowDivision.byTime(table.task()),
            layout,
            table.outputs(),
            candidates(table, profile, layout),
            body -> body.fitted(features, layout.numeric()),
            training,
            cores);
    int[] holdout =
        trials.scheme().holdoutRows() == 0
            ? new int[0]
            : RowDivision.holdout(
                table, trials.scheme().holdoutRows(), Seeds.of(order.seed(), HOLDOUT_STREAM));
    boolean[] kept = new boolean[table.rows()];
    for (int row : holdout) {
      kept[row] = true;
    }
    journal.publish(
        new CreationPlanned(
            order.id(),
            journal.now(),
            trials.scheme().describe() + described(further),
            trials.candidates().stream().map(candidate -> candidate.network().name()).toList(),
            order.budget()));
    int[] learning = IntStream.range(0, table.rows()).filter(row -> !kept[row]).toArray();
    return new PlannedCreation(understanding, layout, trials, learning, holdout, further);
  }

  private static String described(@Nullable FurtherRows further) {
    return further == null
        ? ""
        : " All networks also learn from " + further.wanted() + " further rows, which are on disk.";
  }

  /** Rows from all over the table; they tell what candidates cost, no more. */
  private static Dataset some(Dataset data) {
    int count = Math.min(data.rows(), COST_ROWS);
    return data.select(
        IntStream.range(0, count).map(i -> (int) ((long) i * data.rows() / count)).toArray());
  }

  private List<Candidate> candidates(
      LearningTable table, DataProfile profile, FeatureLayout layout) {
    List<Candidate> candidates = new ArrayList<>();
    for (ArchitectureGenerator generator : generators) {
      int left = MOST_CANDIDATES - candidates.size();
      if (left > 0) {
        candidates.addAll(
            generator.generate(
                new ArchitectureGenerator.Request(
                    table.task(), profile, layout, table.outputs(), table.rows(), left)));
      }
    }
    return candidates;
  }

  private DataProfile withTargetFindings(Dataset data, DataProfile profile, TaskSpec task) {
    List<Finding> findings = new ArrayList<>(profile.findings());
    findings.addAll(profiler.inspectTarget(data, profile, task.target().value()));
    return new DataProfile(profile.rows(), profile.columns(), profile.duplicateRows(), findings);
  }
}
