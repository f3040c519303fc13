// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.selection;

import io.nncreator.api.data.DataProfile;
import io.nncreator.api.network.FeatureLayout;
import io.nncreator.api.network.NetworkAssembly;
import io.nncreator.api.network.NetworkSpec;
import io.nncreator.api.spi.ArchitectureGenerator.Candidate;
import io.nncreator.api.spi.Trainer;
import io.nncreator.api.task.Metric;
import io.nncreator.api.training.Member;
import io.nncreator.api.training.MemberResult;
import io.nncreator.api.training.MemberResult.Status;
import io.nncreator.api.training.RowChunks;
import io.nncreator.api.training.TrainingObserver;
import io.nncreator.api.training.TrainingRequest;
import io.nncreator.api.training.TrainingResult;
import io.nncreator.core.internal.features.FittedRows;
import io.nncreator.core.internal.features.LearningTable;
import io.nncreator.core.internal.planning.Folds;
import io.nncreator.core.internal.scoring.Predictions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One run of the whole procedure (fit the pipeline, train every candidate on folds, choose) on some
 * rows of a table. The final network comes from a run on all rows that may be learnt from; nested
 * scoring repeats it on parts of them. Thread-safe: trials may run at once.
 */
public final class ProcedureRun {
  private final LearningTable table;
  private final int[] rows;
  private final Folds folds;
  private final long seed;
  private final FittedRows encoded;
  private volatile @Nullable RowChunks chunks;
  private final List<Trial> trials = new ArrayList<>();

  /**
   * Prepares a run.
   *
   * @param rows rows that the run may see
   * @param folds a division of these rows, by position in {@code rows}
   */
  public ProcedureRun(
      LearningTable table, DataProfile profile, int[] rows, Folds folds, long seed) {
    this.table = table;
    this.rows = rows.clone();
    this.folds = folds;
    this.seed = seed;
    this.encoded = FittedRows.of(table, profile, rows);
  }

  /** Lets all members of later trainings learn from further rows, too. */
  public void learnFrom(RowChunks further) {
    chunks = further;
  }

  /** Returns the encoded rows. */
  public FittedRows encoded() {
    return encoded;
  }

  /** Returns the rows of the table that the run sees. */
  public int[] rows() {
    return rows.clone();
  }

  /**
   * Trains one candidate, a member for each fold, and keeps it for the choice if every member
   * became usable.
   *
   * @param order position of the candidate in the portfolio
   * @return the trial, or empty when it was stopped too early or every number overflowed
   */
  public Optional<Trial> train(
      Trainer trainer, int order, Candidate candidate, TrainingObserver observer) {
    FeatureLayout layout = encoded.training().layout();
    NetworkSpec body = candidate.network().fitted(encoded.training().numeric(), layout.numeric());
    NetworkAssembly network = new NetworkAssembly(layout, body, table.outputs());
    List<Member> members = new ArrayList<>();
    for (int fold = 0; fold < folds.count(); fold++) {
      members.add(new Member(folds.outside(fold), folds.inside(fold), Seeds.of(seed, order, fold)));
    }
    TrainingRequest request =
        new TrainingRequest(network, candidate.recipe(), encoded.training(), members, null, chunks);
    TrainingResult result = SlowerRetry.train(trainer, request, observer);
    if (!usable(result)) {
      return Optional.empty();
    }
    ValidationOutputs outputs = ValidationOutputs.of(folds, result, table.outputs());
    if (table.classification()) {
      double factor = Confidence.factor(outputs.raw(), encoded.training().labels());
      result = Confidence.scaled(network, result, factor);
      outputs = ValidationOutputs.of(folds, result, table.outputs());
    }
    Trial trial =
        new Trial(
            order,
            candidate,
            network,
            result,
            outputs.raw(),
            outputs.predictions(table, rows, encoded.target()));
    synchronized (trials) {
      trials.add(trial);
    }
    return Optional.of(trial);
  }

  /** Returns the trials that may be chosen, in the order of the portfolio. */
  public List<Trial> trials() {
    synchronized (trials) {
      return trials.stream().sorted(java.util.Comparator.comparingInt(Trial::order)).toList();
    }
  }

  /** Returns the best trial so far, or empty when there is none. */
  public Optional<Trial> best() {
    return PairedChoice.champion(trials(), metric());
  }

  /**
   * Returns the best average of trials so far, or empty when there is no trial. The best trial
   * alone is kept where the average is better by so little that it may well be chance.
   */
  public Optional<Champion> champion() {
    return best().map(this::champion);
  }

  private Champion champion(Trial best) {
    Champion average = new GreedyEnsemble(trials(), this::meanLoss).from(best);
    double advantage = PairedChoice.advantage(losses(best.outputs()), losses(average.outputs()));
    return advantage < PairedChoice.MARGIN ? Champion.of(best) : average;
  }

  private double meanLoss(float[] outputs) {
    return Arrays.stream(losses(outputs)).average().orElseThrow();
  }

  private double[] losses(float[] outputs) {
    Predictions answers =
        new ValidationOutputs(outputs, table.outputs()).predictions(table, rows, encoded.target());
    return RowLosses.of(answers, metric());
  }

  private Metric metric() {
    return table.task().metric().value();
  }

  /** Returns the folds, by position in {@link #rows}. */
  public Folds folds() {
    return folds;
  }

  private static boolean usable(TrainingResult result) {
    for (MemberResult member : result.members()) {
      boolean learnt = member.bestEpoch() > 0 && Double.isFinite(member.validationLoss());
      if (!learnt || (member.status() == Status.DIVERGED && member.bestEpoch() == 0)) {
        return false;
      }
    }
    return result.weights().finite();
  }
}
