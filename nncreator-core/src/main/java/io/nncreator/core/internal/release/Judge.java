// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.release;

import io.nncreator.api.error.ErrorCode;
import io.nncreator.api.error.TrainingException;
import io.nncreator.api.task.Metric;
import io.nncreator.core.internal.creation.PlannedCreation;
import io.nncreator.core.internal.features.LearningTable;
import io.nncreator.core.internal.scoring.Predictions;
import io.nncreator.core.internal.selection.Champion;
import io.nncreator.core.internal.selection.ProcedureRun;
import io.nncreator.core.internal.selection.Trial;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Lets networks answer, in their exported form, rows that had no part in making them. */
final class Judge {
  private final PlannedCreation plan;
  private final List<ProcedureRun> runs;
  private final LearningTable table;
  private final Metric metric;

  Judge(PlannedCreation plan, List<ProcedureRun> runs) {
    this.plan = plan;
    this.runs = runs;
    this.table = plan.table();
    this.metric = table.task().metric().value();
  }

  /** Judges the network itself by the rows that were held out. */
  Judgement holdout(ServedTrial network) {
    return judge(runs.get(0), network, plan.holdoutRows());
  }

  /**
   * Judges the procedure by its repetitions: each one's champion answers the rows that were kept
   * from it.
   */
  Judgement nested() {
    List<Judgement> parts = new ArrayList<>();
    for (ProcedureRun run : runs.subList(1, runs.size())) {
      run.champion()
          .ifPresent(
              champion ->
                  parts.add(judge(run, ServedTrial.of(run, champion, Map.of()), unseen(run))));
    }
    if (parts.isEmpty()) {
      throw new TrainingException(
          ErrorCode.TRAINING_NO_TIME,
          "The time limit passed before the network could be judged on unseen rows. Maybe give"
              + " more time.",
          null);
    }
    return Judgement.pooled(parts);
  }

  private Judgement judge(ProcedureRun run, ServedTrial network, int[] rows) {
    Predictions answers = network.answer(table, rows);
    Predictions dummy = ServedTrial.dummy(table, run.rows(), rows, metric);
    return new Judgement(answers, dummy, linear(run, network, answers, dummy, rows));
  }

  /** Answers by the linear guard; where it could not be trained, nothing better than the dummy. */
  private Predictions linear(
      ProcedureRun run, ServedTrial network, Predictions answers, Predictions dummy, int[] rows) {
    Trial first = run.trials().get(0);
    if (first.order() != 0) {
      return dummy;
    }
    boolean same = network.champion().trials().equals(List.of(first));
    return same ? answers : ServedTrial.of(run, Champion.of(first), Map.of()).answer(table, rows);
  }

  private int[] unseen(ProcedureRun run) {
    Set<Integer> seen = Arrays.stream(run.rows()).boxed().collect(Collectors.toSet());
    return Arrays.stream(plan.learningRows()).filter(row -> !seen.contains(row)).toArray();
  }
}
