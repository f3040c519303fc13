// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.network;

import io.nncreator.api.graph.GraphBuilder;
import io.nncreator.api.graph.Op.BinaryKind;
import io.nncreator.api.graph.Op.UnaryKind;
import io.nncreator.api.graph.Value;
import java.util.List;

/**
 * A gated recurrent unit along a series, {@code [batch, steps, width] -> [batch, units]}, the state
 * h after the last step, or {@code -> [batch, steps, units]}, that after each; Cho et al., arXiv
 * 1406.1078, in PyTorch's form: {@code r = sigmoid(x W_r + b_r + h U_r + c_r)}, {@code z} likewise,
 * {@code n = tanh(x W_n + b_n + r (h U_n + c_n))}, {@code h' = (1 - z) n + z h}, h = 0 at first.
 * All weights and biases start uniform on {@code ±1/sqrt(units)}.
 *
 * @param units size of the state, at least 1
 * @param series whether the state after each step is given
 * @param backward whether the last step comes first
 */
public record Gru(int units, boolean series, boolean backward) implements Layer {
  /** The largest number of steps. */
  public static final int MAX_STEPS = Recurrence.MAX_STEPS;

  /** Checks the setting. */
  public Gru {
    Settings.atLeast("units", units, 1);
  }

  /** A layer that reads forward and gives the last state. */
  public Gru(int units) {
    this(units, false, false);
  }

  @Override
  public Value lower(GraphBuilder graph, List<Value> inputs) {
    Recurrence run = new Recurrence(graph, "gru", Settings.only(inputs), units, 3);
    Value hiddenBias = run.bias("hidden_bias");
    return run.steps(
        series,
        backward,
        (input, state) -> {
          Value hidden = state == null ? hiddenBias : run.plus(run.recur(state), hiddenBias);
          Value reset = run.sigmoid(run.plus(run.gate(input, 0), run.gate(hidden, 0)));
          Value keep = run.sigmoid(run.plus(run.gate(input, 1), run.gate(hidden, 1)));
          Value fresh =
              run.tanh(run.plus(run.gate(input, 2), run.times(reset, run.gate(hidden, 2))));
          // (1 - z) n + z h = n + z (h - n)
          Value change =
              state == null
                  ? graph.unary(UnaryKind.NEG, fresh)
                  : graph.binary(BinaryKind.SUB, state, fresh);
          return run.plus(fresh, run.times(keep, change));
        });
  }
}
