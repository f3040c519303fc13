// SPDX-License-Identifier: Apache-2.0
package io.nncreator.serving.internal.endpoint;

import io.nncreator.api.error.ErrorCode;
import io.nncreator.api.error.PredictionException;
import io.nncreator.runtime.Predictions;
import io.nncreator.runtime.RowProblem;
import io.nncreator.serving.internal.batch.BatchTask;
import io.nncreator.serving.internal.http.Exchange;
import io.nncreator.serving.internal.problem.FieldProblem;
import io.nncreator.serving.internal.problem.Refusal;
import io.nncreator.serving.internal.request.Rows;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The rows of one exchange on their way through the model. */
final class ModelRun implements BatchTask {
  private static final Logger LOG = LoggerFactory.getLogger(ModelRun.class);
  private static final int MOST_PROBLEMS = 20;

  private final ModelRuns runs;
  private final Exchange exchange;
  private final Rows rows;
  private final ModelRuns.Writer writer;
  private final long queuedAt = System.nanoTime();
  private final long deadline;

  ModelRun(ModelRuns runs, Exchange exchange, Rows rows, ModelRuns.Writer writer, long deadline) {
    this.runs = runs;
    this.exchange = exchange;
    this.rows = rows;
    this.writer = writer;
    this.deadline = deadline;
  }

  @Override
  public List<? extends Map<String, ?>> rows() {
    return rows.cells();
  }

  @Override
  public long queuedAt() {
    return queuedAt;
  }

  @Override
  public long deadline() {
    return deadline;
  }

  @Override
  public void answered(Predictions answers, int first) {
    onThread(() -> runs.answer(exchange, rows, writer, answers, first));
  }

  @Override
  public void failed(Throwable reason) {
    onThread(
        () -> {
          throw refusal(reason);
        });
  }

  @Override
  public void expired() {
    onThread(
        () -> {
          throw new Refusal(504, "The answer was not ready in time. Maybe try again.");
        });
  }

  private void onThread(Runnable work) {
    exchange.onThread(
        () -> {
          try {
            work.run();
          } catch (Refusal refusal) {
            exchange.refuse(refusal);
          } catch (RuntimeException e) {
            exchange.refuse(refusal(e));
          }
        });
  }

  private Refusal refusal(Throwable reason) {
    boolean row =
        reason instanceof PredictionException wrong
            && (wrong.code() == ErrorCode.ROW_CELL_TYPE
                || wrong.code() == ErrorCode.ROW_COLUMN_MISSING);
    if (row) {
      List<FieldProblem> problems =
          runs.model().network().problems(rows.cells(), MOST_PROBLEMS).stream()
              .map(ModelRun::problem)
              .toList();
      String fact =
          problems.size() < MOST_PROBLEMS
              ? problems.size() + " cells cannot be used."
              : "At least " + MOST_PROBLEMS + " cells cannot be used.";
      return new Refusal(400, problems.size() == 1 ? problems.get(0).detail() : fact, problems);
    }
    if (reason instanceof IllegalStateException) {
      return new Refusal(503, "The server takes no requests now. Maybe ask another replica.");
    }
    LOG.error("The model failed", reason);
    return new Refusal(500, "The server failed. Its log has the reason.");
  }

  private static FieldProblem problem(RowProblem problem) {
    return new FieldProblem(
        FieldProblem.pointer(problem.row() - 1, problem.column()),
        problem.column(),
        problem.code().code(),
        problem.message());
  }
}
