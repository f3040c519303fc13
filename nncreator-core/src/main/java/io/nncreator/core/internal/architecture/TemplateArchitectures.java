// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.architecture;

import io.nncreator.api.network.Activation.Function;
import io.nncreator.api.spi.ArchitectureGenerator;
import io.nncreator.api.spi.Availability;
import io.nncreator.core.internal.architecture.Bodies.Curves;
import java.util.ArrayList;
import java.util.List;

/**
 * The fixed portfolio, the most promising first after a linear guard: RealMLP, fully connected,
 * TabM, residual and wide-and-deep networks, with or without curves of single numbers, whose size,
 * batch and epochs follow the number of rows. Thread-safe.
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
    int bins = recipes.bins();
    Function bend = recipes.classification() ? Function.SELU : Function.MISH;
    List<Candidate> portfolio = new ArrayList<>();
    portfolio.add(
        new Candidate(
            Bodies.linear(embedding),
            recipes.linear(),
            "the simplest model: every other one must beat it"));
    portfolio.add(
        new Candidate(
            Bodies.realMlp(2, 128, bend, 0.15, Curves.PIECEWISE, bins, embedding),
            recipes.realMlp(1),
            "lets each number bend at its quantiles, and trains each part at its own rate"));
    portfolio.add(
        new Candidate(
            Bodies.piecewise(2, width, Function.SILU, 0.1, bins, embedding),
            recipes.plain(3e-3, 1e-2),
            "a fully connected network behind numbers that bend at their quantiles"));
    portfolio.add(
        new Candidate(
            Bodies.realMlp(2, 128, bend, 0.15, Curves.PERIODIC, bins, embedding),
            recipes.realMlp(1),
            "lets each number act in its own smooth curve"));
    portfolio.add(
        new Candidate(
            Bodies.tabM(2, 128, 0.1, bins, embedding),
            recipes.tabM(),
            "several networks that share their weights and learn each by itself"));
    portfolio.add(
        new Candidate(
            Bodies.residual(2, width, 0.15, embedding),
            recipes.plain(1e-3, 1e-2),
            "residual blocks train deeper networks steadily"));
    portfolio.add(
        new Candidate(
            Bodies.realMlp(3, 128, bend, 0.15, Curves.PIECEWISE, bins, embedding),
            recipes.realMlp(0.5),
            "deeper and more slowly trained"));
    portfolio.add(
        new Candidate(
            Bodies.mlp(2, width, Function.SILU, 0.1, embedding),
            recipes.plain(3e-3, 1e-2),
            "a fully connected network of moderate size"));
    portfolio.add(
        new Candidate(
            Bodies.realMlp(3, 128, bend, 0.15, Curves.NONE, bins, embedding),
            recipes.realMlp(0.5),
            "deeper and more slowly trained, without curves for single numbers"));
    portfolio.add(
        new Candidate(
            Bodies.wideAndDeep(2, width, 0.2, embedding),
            recipes.plain(2e-3, 3e-2),
            "contains the linear model, so it suits data that is nearly linear"));
    portfolio.add(
        new Candidate(
            Bodies.mlp(2, Math.max(16, width / 4), Function.SELU, 0, embedding),
            recipes.plain(5e-3, 1e-1),
            "a small network for data with few rows or much noise"));
    portfolio.add(
        new Candidate(
            Bodies.realMlp(2, 256, bend, 0.15, Curves.PIECEWISE, bins, embedding),
            recipes.realMlp(0.5),
            "wider and more slowly trained, where there is time"));
    portfolio.add(
        new Candidate(
            Bodies.periodic(2, width, Function.SILU, 0.1, embedding),
            recipes.plain(3e-3, 1e-2),
            "a fully connected network behind smooth curves of each number"));
    portfolio.add(
        new Candidate(
            Bodies.mlp(3, 2 * width, Function.MISH, 0.3, embedding),
            recipes.plain(2e-3, 5e-2),
            "a larger network, held back by dropout"));
    return List.copyOf(portfolio.subList(0, Math.min(request.limit(), portfolio.size())));
  }
}
