// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.architecture;

import io.nncreator.api.spi.ArchitectureGenerator.Request;
import io.nncreator.api.task.Metric;
import io.nncreator.api.training.AdamW;
import io.nncreator.api.training.CosLog4;
import io.nncreator.api.training.Cosine;
import io.nncreator.api.training.CrossEntropy;
import io.nncreator.api.training.FlatCosine;
import io.nncreator.api.training.Loss;
import io.nncreator.api.training.SquaredError;
import io.nncreator.api.training.TrainingRecipe;

/**
 * Recipes of the built-in networks, whose batches and epochs follow the number of rows.
 *
 * @param request what is known of the task
 */
record Recipes(Request request) {
  private static final int WIDE = 20;
  private static final int SMALL = 500;
  private static final int MEDIUM = 3_000;

  boolean classification() {
    return request.task().objective().value().classification();
  }

  int width() {
    return request.trainingRows() < SMALL ? 64 : 128;
  }

  /** Returns the number of bins of a feature: many features bend enough with fewer. */
  int bins() {
    return request.layout().numeric() > WIDE ? 24 : 48;
  }

  TrainingRecipe linear() {
    // A single layer is cheap and has one optimum: a high rate and many epochs get there.
    return plain(5e-2, 1e-3, Math.max(60, epochs()));
  }

  TrainingRecipe plain(double rate, double decay) {
    return plain(rate, decay, epochs());
  }

  private TrainingRecipe plain(double rate, double decay, int epochs) {
    return new TrainingRecipe(
        classification() ? new CrossEntropy(0) : new SquaredError(),
        new AdamW(0.9, 0.98, 1e-8, decay),
        new Cosine(0.05),
        rate,
        batchSize(),
        epochs,
        Math.max(16, epochs / 3),
        1.0);
  }

  /**
   * TabM's recipe (arXiv 2410.24210) at a higher rate that falls: submodels that share their
   * weights need fewer epochs than single networks.
   */
  TrainingRecipe tabM() {
    return new TrainingRecipe(
        classification() ? new CrossEntropy(0) : new SquaredError(),
        new AdamW(3e-4),
        new Cosine(0.05),
        5e-3,
        batchSize(),
        Math.min(100, epochs()),
        16,
        1.0);
  }

  /**
   * RealMLP's recipe (arXiv 2407.04491) with a limit on gradients.
   *
   * @param speed factor on its learning rate
   */
  TrainingRecipe realMlp(double speed) {
    return new TrainingRecipe(
        smoothed(),
        new AdamW(0.9, 0.95, 1e-8, 2e-2),
        new CosLog4(),
        speed * (classification() ? 0.04 : 0.07),
        batchSize(),
        epochs(),
        0,
        1.0,
        new FlatCosine(0.5),
        null);
  }

  /**
   * Smoothing helps to rank and to classify; where probabilities are judged, it would bend them.
   */
  private Loss smoothed() {
    if (!classification()) {
      return new SquaredError();
    }
    return new CrossEntropy(request.task().metric().value() == Metric.LOG_LOSS ? 0 : 0.1);
  }

  private int epochs() {
    int rows = request.trainingRows();
    if (rows < SMALL) {
      return 250;
    }
    return rows < MEDIUM ? 200 : rows < 12_000 ? 80 : 30;
  }

  private int batchSize() {
    int rows = request.trainingRows();
    if (rows < SMALL) {
      return 32;
    }
    return rows < MEDIUM ? 64 : rows < 10_000 ? 128 : rows < 50_000 ? 256 : 1024;
  }
}
