// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.training;

import io.nncreator.api.graph.GraphBuilder;
import io.nncreator.api.graph.Op.BinaryKind;
import io.nncreator.api.graph.Op.UnaryKind;
import io.nncreator.api.graph.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Adam with decoupled weight decay (arXiv 1711.05101); with a decay of 0 it is Adam (arXiv
 * 1412.6980).
 *
 * @param beta1 decay of the first moment, in [0, 1)
 * @param beta2 decay of the second moment, in [0, 1)
 * @param epsilon added to the root of the second moment, positive
 * @param weightDecay share of a decayed parameter removed per unit of learning rate, at least 0
 */
public record AdamW(double beta1, double beta2, double epsilon, double weightDecay)
    implements Optimizer {
  /** Checks the settings. */
  public AdamW {
    if (!(beta1 >= 0 && beta1 < 1 && beta2 >= 0 && beta2 < 1)) {
      throw new IllegalArgumentException(
          "The settings beta1 (" + beta1 + ") and beta2 (" + beta2 + ") must be in [0, 1).");
    }
    if (!(epsilon > 0 && weightDecay >= 0)) {
      throw new IllegalArgumentException(
          "The setting epsilon ("
              + epsilon
              + ") must be positive and weightDecay ("
              + weightDecay
              + ") at least 0.");
    }
  }

  /** The usual moments with a weight decay. */
  public AdamW(double weightDecay) {
    this(0.9, 0.999, 1e-8, weightDecay);
  }

  @Override
  public int stateSize() {
    return 2;
  }

  @Override
  public Update lower(
      GraphBuilder graph,
      Value parameter,
      Value gradient,
      List<Value> state,
      Value rate,
      Value step,
      @Nullable Value decay) {
    Value first = blend(graph, state.get(0), gradient, beta1);
    Value second =
        blend(graph, state.get(1), graph.binary(BinaryKind.MUL, gradient, gradient), beta2);
    Value mean = graph.binary(BinaryKind.DIV, first, correction(graph, step, beta1));
    Value variance = graph.binary(BinaryKind.DIV, second, correction(graph, step, beta2));
    Value root = graph.unary(UnaryKind.SQRT, variance);
    Value direction =
        graph.binary(
            BinaryKind.DIV,
            mean,
            graph.binary(BinaryKind.ADD, root, graph.scalarLike(root, epsilon)));
    Value shrunk = parameter;
    if (decay != null && weightDecay > 0) {
      Value share = graph.binary(BinaryKind.MUL, rate, decay);
      Value loss = graph.binary(BinaryKind.MUL, share, graph.scalarLike(share, weightDecay));
      Value kept = graph.binary(BinaryKind.SUB, graph.scalarLike(loss, 1), loss);
      shrunk = graph.binary(BinaryKind.MUL, parameter, kept);
    }
    Value move = graph.binary(BinaryKind.MUL, direction, rate);
    return new Update(graph.binary(BinaryKind.SUB, shrunk, move), List.of(first, second));
  }

  private static Value blend(GraphBuilder graph, Value old, Value fresh, double beta) {
    return graph.binary(
        BinaryKind.ADD,
        graph.binary(BinaryKind.MUL, old, graph.scalarLike(old, beta)),
        graph.binary(BinaryKind.MUL, fresh, graph.scalarLike(fresh, 1 - beta)));
  }

  private static Value correction(GraphBuilder graph, Value step, double beta) {
    Value power = graph.binary(BinaryKind.POW, graph.scalarLike(step, beta), step);
    return graph.binary(BinaryKind.SUB, graph.scalarLike(power, 1), power);
  }
}
