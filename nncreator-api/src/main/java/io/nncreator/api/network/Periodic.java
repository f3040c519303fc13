// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.network;

import io.nncreator.api.graph.GraphBuilder;
import io.nncreator.api.graph.Initializer;
import io.nncreator.api.graph.Op.BinaryKind;
import io.nncreator.api.graph.Op.ReduceKind;
import io.nncreator.api.graph.Op.UnaryKind;
import io.nncreator.api.graph.Shape;
import io.nncreator.api.graph.Value;
import java.util.List;

/**
 * Lets a network bend each feature on its own: {@code [x ; W cos(2 pi f x + p) + b]} per feature,
 * all of it learnt. The "PBLD" embedding of RealMLP (arXiv 2407.04491), after Gorishniy et al.
 * (arXiv 2203.05556). {@code [batch, n] -> [batch, n * (width + 1)]}.
 *
 * @param frequencies number of cosines of a feature, 1 to 256
 * @param sigma standard deviation of the first frequencies, positive; larger = wigglier
 * @param width number of values that a feature becomes besides itself, 1 to 64
 */
public record Periodic(int frequencies, double sigma, int width) implements Layer {
  /** Checks the settings. */
  public Periodic {
    Settings.within("frequencies", frequencies, 1, 257);
    Settings.within("width", width, 1, 65);
    if (!(sigma > 0 && sigma <= 100)) {
      throw new IllegalArgumentException("The setting sigma (" + sigma + ") must be in (0, 100].");
    }
  }

  @Override
  public Value lower(GraphBuilder graph, List<Value> inputs) {
    Value x = Settings.only(inputs);
    Settings.flatRows("periodic", x);
    long n = x.shape().dim(-1);
    Value column = graph.reshapeRows(x, n, 1);
    Value waves = graph.reshapeRows(cosines(graph, column, n), n, frequencies, 1);
    Initializer uniform = new Initializer.Uniform(1 / Math.sqrt(frequencies));
    Value weight = graph.parameter("weight", Shape.of(1, n, frequencies, width), uniform, false);
    Value sum = graph.reduce(ReduceKind.SUM, graph.binary(BinaryKind.MUL, waves, weight), -2);
    Value bias = graph.parameter("bias", Shape.of(1, n, width), uniform, false);
    Value bent = graph.binary(BinaryKind.ADD, graph.reshapeRows(sum, n, width), bias);
    return graph.reshapeRows(
        graph.concat(-1, List.of(column, bent)), Math.multiplyExact(n, width + 1));
  }

  private Value cosines(GraphBuilder graph, Value column, long n) {
    Shape shape = Shape.of(1, n, frequencies);
    Value frequency =
        graph.parameter("frequency", shape, new Initializer.Normal(2 * Math.PI * sigma), false);
    Value phase = graph.parameter("phase", shape, new Initializer.Uniform(Math.PI), false);
    Value angle = graph.binary(BinaryKind.MUL, column, frequency);
    return graph.unary(UnaryKind.COS, graph.binary(BinaryKind.ADD, angle, phase));
  }
}
