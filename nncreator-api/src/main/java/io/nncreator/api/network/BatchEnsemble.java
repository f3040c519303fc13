// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.network;

import io.nncreator.api.graph.GraphBuilder;
import io.nncreator.api.graph.Initializer;
import io.nncreator.api.graph.Op.BinaryKind;
import io.nncreator.api.graph.Shape;
import io.nncreator.api.graph.Value;
import java.util.List;

/**
 * A fully connected layer whose weights several submodels share, each with factors of its own
 * before and behind it: {@code y[i] = ((x[i] r[i]) W) s[i] + b[i]}, {@code [batch, submodels, n] ->
 * [batch, submodels, units]}; BatchEnsemble (Wen et al., arXiv 2002.06715). Rows {@code [batch, n]}
 * become those of all submodels; there r starts with random signs, so that the submodels see the
 * rows differently, and with 1 elsewhere, as in TabM (arXiv 2410.24210). s starts with 1, W uniform
 * on {@code ±1/sqrt(n)}, and b the same for all submodels.
 *
 * @param units number of outputs, at least 1
 * @param submodels number of networks that share the weights, 2 to 256
 */
public record BatchEnsemble(int units, int submodels) implements Layer {
  /** Checks the settings. */
  public BatchEnsemble {
    Settings.atLeast("units", units, 1);
    Submodels.check(submodels);
  }

  @Override
  public Value lower(GraphBuilder graph, List<Value> inputs) {
    Value x = Settings.only(inputs);
    Settings.rowsOrSeries("batch-ensemble", x);
    boolean entry = x.shape().rank() == 2;
    if (!entry && x.shape().dim(1) != submodels) {
      throw new IllegalArgumentException(
          "A batch-ensemble layer of "
              + submodels
              + " submodels takes rows [batch, features] or [batch, "
              + submodels
              + ", features], got "
              + x.shape()
              + ".");
    }
    long width = x.shape().dim(-1);
    Value scaled =
        entry
            ? Submodels.spread(graph, x, submodels)
            : times(graph, x, "inputFactor", new Initializer.Fill(1));
    Initializer uniform = new Initializer.Uniform(1 / Math.sqrt(width));
    Value product =
        graph.matmul(scaled, graph.parameter("weight", Shape.of(width, units), uniform, true));
    Value answered = times(graph, product, "outputFactor", new Initializer.Fill(1));
    Value bias =
        graph.parameter(
            "bias",
            Shape.of(1, submodels, units),
            new Initializer.Repeated(uniform, submodels),
            false);
    return graph.binary(BinaryKind.ADD, answered, bias);
  }

  private Value times(GraphBuilder graph, Value x, String name, Initializer first) {
    Shape each = Shape.of(1, submodels, x.shape().dim(-1));
    return graph.binary(BinaryKind.MUL, x, graph.parameter(name, each, first, false));
  }
}
