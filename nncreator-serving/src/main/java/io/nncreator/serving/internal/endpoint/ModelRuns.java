// SPDX-License-Identifier: Apache-2.0
package io.nncreator.serving.internal.endpoint;

import io.nncreator.runtime.Predictions;
import io.nncreator.runtime.bundle.ColumnSchema;
import io.nncreator.serving.internal.answer.Answer;
import io.nncreator.serving.internal.batch.Batcher;
import io.nncreator.serving.internal.drift.DriftWatch;
import io.nncreator.serving.internal.http.Exchange;
import io.nncreator.serving.internal.lifecycle.Lifecycle;
import io.nncreator.serving.internal.metrics.ServingMetrics;
import io.nncreator.serving.internal.model.ServedModel;
import io.nncreator.serving.internal.problem.Refusal;
import io.nncreator.serving.internal.request.Rows;
import java.util.Map;

/** Has rows answered by the model. Thread-safe. */
final class ModelRuns {
  private final ServedModel model;
  private final Batcher batcher;
  private final Lifecycle lifecycle;
  private final ServingMetrics metrics;
  private final DriftWatch drift;
  private final long patienceNanos;

  /**
   * Takes the parts.
   *
   * @param patienceNanos time in which an answer is wanted
   */
  ModelRuns(
      ServedModel model,
      Batcher batcher,
      Lifecycle lifecycle,
      ServingMetrics metrics,
      long patienceNanos) {
    this.model = model;
    this.batcher = batcher;
    this.lifecycle = lifecycle;
    this.metrics = metrics;
    this.drift = new DriftWatch(model.profile());
    this.patienceNanos = patienceNanos;
  }

  ServedModel model() {
    return model;
  }

  DriftWatch drift() {
    return drift;
  }

  /** Refuses requests that come too early or too late. */
  void requireOpen() {
    if (!lifecycle.open()) {
      throw new Refusal(503, "The server takes no requests now. Maybe ask another replica.");
    }
  }

  /** Writes an answer. */
  @FunctionalInterface
  interface Writer {
    /**
     * Writes some of the answers of a run.
     *
     * @param first position of the first row
     */
    Answer write(Predictions answers, int first);
  }

  /**
   * Queues rows; the answer is sent when it is there.
   *
   * @throws Refusal with 429 if too many requests wait
   */
  void submit(Exchange exchange, Rows rows, Writer writer) {
    ModelRun run = new ModelRun(this, exchange, rows, writer, System.nanoTime() + patienceNanos);
    if (!batcher.offer(run)) {
      throw new Refusal(429, "Too many requests wait. Maybe try again in a second.");
    }
  }

  /** Sends the answers; on the connection's thread. */
  void answer(Exchange exchange, Rows rows, Writer writer, Predictions answers, int first) {
    if (!finite(answers, first, rows.size())) {
      throw new Refusal(500, "The network gave a number that is not finite.");
    }
    exchange.answer(writer.write(answers, first));
    count(rows, answers, first);
  }

  private static boolean finite(Predictions answers, int first, int rows) {
    int classes = answers.classes().size();
    for (int row = first; row < first + rows; row++) {
      if (classes == 0 && !Double.isFinite(answers.number(row))) {
        return false;
      }
      for (int c = 0; c < classes; c++) {
        if (!Double.isFinite(answers.probability(row, c))) {
          return false;
        }
      }
    }
    return true;
  }

  private void count(Rows rows, Predictions answers, int first) {
    drift.add(rows.cells(), answers, first);
    for (int row = 0; row < rows.size(); row++) {
      if (!answers.classes().isEmpty()) {
        metrics.classes().increment(answers.classes().get(answers.classIndex(first + row)));
      }
      Map<String, ?> cells = rows.cells().get(row);
      for (ColumnSchema column : model.columns()) {
        if (cells.get(column.name()) == null && cells.containsKey(column.name())) {
          metrics.missing().increment(column.name());
        }
      }
    }
  }
}
