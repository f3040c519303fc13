// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.architecture;

import io.nncreator.api.network.Activation.Function;
import io.nncreator.api.network.NetworkSpec;
import io.nncreator.api.spi.ArchitectureGenerator;
import io.nncreator.api.spi.Availability;
import io.nncreator.api.training.AdamW;
import io.nncreator.api.training.Cosine;
import io.nncreator.api.training.CrossEntropy;
import io.nncreator.api.training.Loss;
import io.nncreator.api.training.SquaredError;
import io.nncreator.api.training.TrainingRecipe;
import java.util.ArrayList;
import java.util.List;

/**
 * The fixed portfolio: a linear guard first, then fully connected, wide-and-deep and residual
 * networks whose size, batch and epochs follow the number of rows. Thread-safe.
 */
public final class TemplateArchitectures implements ArchitectureGenerator {
  @Override
  public String id() {
    return "templates";
  }

  @Override
  public Availability probe() {
    return new Availability.Ready();
  }

  @Override
  public List<Candidate> generate(Request request) {
    Recipes recipes = new Recipes(request);
    int width = recipes.width();
    int embedding = 8;
    List<Candidate> portfolio = new ArrayList<>();
    portfolio.add(
        new Candidate(
            Bodies.linear(embedding),
            recipes.linear(),
            "the simplest model: every other one must beat it"));
    portfolio.add(
        recipes.candidate(
            Bodies.mlp(2, width, Function.SILU, 0.1, embedding),
            3e-3,
            1e-2,
            "a fully connected network of moderate size"));
    portfolio.add(
        recipes.candidate(
            Bodies.periodic(2, width, Function.SILU, 0.1, embedding),
            3e-3,
            1e-2,
            "lets each number act in its own curve before the features meet"));
    portfolio.add(
        recipes.candidate(
            Bodies.wideAndDeep(2, width, 0.2, embedding),
            2e-3,
            3e-2,
            "contains the linear model, so it suits data that is nearly linear"));
    portfolio.add(
        recipes.candidate(
            Bodies.mlp(3, 2 * width, Function.MISH, 0.3, embedding),
            2e-3,
            5e-2,
            "a larger network, held back by dropout"));
    portfolio.add(
        recipes.candidate(
            Bodies.residual(2, width, 0.15, embedding),
            1e-3,
            1e-2,
            "residual blocks train deeper networks steadily"));
    portfolio.add(
        recipes.candidate(
            Bodies.mlp(2, Math.max(16, width / 4), Function.SELU, 0, embedding),
            5e-3,
            1e-1,
            "a small network for data with few rows or much noise"));
    return List.copyOf(portfolio.subList(0, Math.min(request.limit(), portfolio.size())));
  }

  /** Recipes for one number of rows. */
  private record Recipes(Request request) {
    private static final int SMALL = 500;
    private static final int MEDIUM = 3_000;

    int width() {
      return request.trainingRows() < SMALL ? 64 : 128;
    }

    TrainingRecipe linear() {
      // A single layer is cheap and has one optimum: a high rate and many epochs get there.
      return recipe(5e-2, 1e-3, Math.max(60, epochs()));
    }

    Candidate candidate(NetworkSpec body, double rate, double decay, String reason) {
      return new Candidate(body, recipe(rate, decay, epochs()), reason);
    }

    private TrainingRecipe recipe(double rate, double decay, int epochs) {
      return new TrainingRecipe(
          loss(),
          new AdamW(0.9, 0.98, 1e-8, decay),
          new Cosine(0.05),
          rate,
          batchSize(),
          epochs,
          Math.max(16, epochs / 3),
          1.0);
    }

    private Loss loss() {
      return request.task().objective().value().classification()
          ? new CrossEntropy(0)
          : new SquaredError();
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
}
