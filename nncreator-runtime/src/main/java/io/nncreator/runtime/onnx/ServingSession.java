// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.onnx;

import io.nncreator.api.error.ErrorCode;
import io.nncreator.api.error.PredictionException;
import io.nncreator.runtime.pipeline.RawRows;
import java.util.List;

/**
 * A served model as it stands in its file: raw rows in, answers out. Thread-safe; calls run on the
 * caller's thread.
 */
public final class ServingSession implements AutoCloseable {
  private final ServingCut cut;
  private final ExactPrefix prefix;
  private final RawFeeder feeder;
  private final RowRunner runner;

  private ServingSession(ServingCut cut) {
    this.cut = cut;
    this.feeder = new RawFeeder(cut.numberColumns().size(), List.copyOf(cut.texts().values()));
    this.prefix = cut.prefix();
    this.runner = new RowRunner(cut.model(), prefix.ports(), List.of(cut.answer()));
  }

  /**
   * Loads a model.
   *
   * @param model bytes that {@link OnnxWriter#write( io.nncreator.runtime.pipeline.ServingModel,
   *     io.nncreator.api.graph.Weights, java.util.Map)} gave
   * @throws PredictionException if they are not such bytes, or the engine cannot load them
   */
  public static ServingSession open(byte[] model) {
    ServingCut cut;
    try {
      cut = new ServingCut(model);
    } catch (IllegalArgumentException e) {
      throw new PredictionException(
          ErrorCode.INFERENCE_ENGINE,
          "The model (" + model.length + " bytes) cannot be used: " + e.getMessage(),
          e);
    }
    return new ServingSession(cut);
  }

  /** Returns the columns fed as numbers, in the order of {@link RawRows#numbers}. */
  public List<String> numberColumns() {
    return cut.numberColumns();
  }

  /** Returns the columns fed as texts, in the order of {@link RawRows#texts}. */
  public List<String> categoryColumns() {
    return List.copyOf(cut.texts().keySet());
  }

  /** Returns the names of the classes; empty for a regression. */
  public List<String> labels() {
    return cut.labels();
  }

  /**
   * Returns the probability of each class for each row, row-major.
   *
   * @throws IllegalStateException if the model is a regression
   */
  public float[] probabilities(RawRows rows) {
    if (cut.labels().isEmpty()) {
      throw new IllegalStateException("A regression gives values, not probabilities.");
    }
    int classes = cut.answer().width();
    float[] answers = new float[Math.multiplyExact(rows.rows(), classes)];
    run(
        rows,
        (batch, start, count) ->
            batch.output(0).floats().get(answers, start * classes, count * classes));
    return answers;
  }

  /**
   * Returns the value for each row.
   *
   * @throws IllegalStateException if the model is a classification
   */
  public double[] values(RawRows rows) {
    if (!cut.labels().isEmpty()) {
      throw new IllegalStateException("A classification gives probabilities, not values.");
    }
    double[] answers = new double[rows.rows()];
    run(rows, (batch, start, count) -> batch.output(0).doubles().get(answers, start, count));
    return answers;
  }

  @Override
  public void close() {
    runner.close();
  }

  private interface Taker {
    void take(RowBatch batch, int start, int count);
  }

  private void run(RawRows rows, Taker taker) {
    feeder.check(rows);
    runner.run(
        rows.rows(),
        new RowRunner.Block() {
          @Override
          public void fill(RowBatch batch, int start, int count) {
            double[][] memory = batch.scratch(prefix::memory);
            double[] numbers = memory[prefix.numbers().slot()];
            feeder.fill(rows, numbers, memory[prefix.codes().slot()], start, count);
            prefix.run(memory, batch, count);
          }

          @Override
          public void take(RowBatch batch, int start, int count) {
            taker.take(batch, start, count);
          }
        });
  }
}
