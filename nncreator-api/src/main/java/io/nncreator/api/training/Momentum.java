// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.training;

import io.nncreator.api.graph.GraphBuilder;
import io.nncreator.api.graph.Op.BinaryKind;
import io.nncreator.api.graph.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Stochastic gradient descent with Nesterov momentum in the form of Sutskever et al. (ICML 2013).
 *
 * @param momentum share of the last move that is kept, in [0, 1)
 * @param weightDecay share of a decayed parameter removed per unit of learning rate, at least 0
 */
public record Momentum(double momentum, double weightDecay) implements Optimizer {
  /** Checks the settings. */
  public Momentum {
    if (!(momentum >= 0 && momentum < 1 && weightDecay >= 0)) {
      throw new IllegalArgumentException(
          "The setting momentum ("
              + momentum
              + ") must be in [0, 1) and weightDecay ("
              + weightDecay
              + ") at least 0.");
    }
  }

  @Override
  public int stateSize() {
    return 1;
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
    Value slope = gradient;
    if (decay != null && weightDecay > 0) {
      Value share = graph.binary(BinaryKind.MUL, decay, graph.scalarLike(decay, weightDecay));
      Value pull = graph.binary(BinaryKind.MUL, parameter, share);
      slope = graph.binary(BinaryKind.ADD, gradient, pull);
    }
    Value old = state.get(0);
    Value velocity = graph.binary(BinaryKind.ADD, keep(graph, old), slope);
    Value ahead = graph.binary(BinaryKind.ADD, keep(graph, velocity), slope);
    Value move = graph.binary(BinaryKind.MUL, ahead, rate);
    return new Update(graph.binary(BinaryKind.SUB, parameter, move), List.of(velocity));
  }

  private Value keep(GraphBuilder graph, Value velocity) {
    return graph.binary(BinaryKind.MUL, velocity, graph.scalarLike(velocity, momentum));
  }
}
