// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.network;

import io.nncreator.api.graph.GraphBuilder;
import io.nncreator.api.graph.Value;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A long short-term memory along a series, {@code [batch, steps, width] -> [batch, units]}, the
 * state h after the last step, or {@code -> [batch, steps, units]}, that after each; Hochreiter and
 * Schmidhuber, Neural Computation 1997, with forget gate: {@code i, f, o = sigmoid(x W + h U + b)},
 * {@code g = tanh(x W + h U + b)}, {@code c' = f c + i g}, {@code h' = o tanh(c')}, both 0 at
 * first. All weights and biases start uniform on {@code ±1/sqrt(units)}.
 *
 * @param units size of the state, at least 1
 * @param series whether the state after each step is given
 * @param backward whether the last step comes first
 */
public record Lstm(int units, boolean series, boolean backward) implements Layer {
  /** The largest number of steps. */
  public static final int MAX_STEPS = Recurrence.MAX_STEPS;

  /** Checks the setting. */
  public Lstm {
    Settings.atLeast("units", units, 1);
  }

  /** A layer that reads forward and gives the last state. */
  public Lstm(int units) {
    this(units, false, false);
  }

  @Override
  public Value lower(GraphBuilder graph, List<Value> inputs) {
    Recurrence run = new Recurrence(graph, "lstm", Settings.only(inputs), units, 4);
    AtomicReference<@Nullable Value> memory = new AtomicReference<>();
    return run.steps(
        series,
        backward,
        (input, state) -> {
          Value all = state == null ? input : run.plus(input, run.recur(state));
          Value fresh = run.times(run.sigmoid(run.gate(all, 0)), run.tanh(run.gate(all, 2)));
          Value before = memory.get();
          Value cell =
              before == null
                  ? fresh
                  : run.plus(run.times(run.sigmoid(run.gate(all, 1)), before), fresh);
          memory.set(cell);
          return run.times(run.sigmoid(run.gate(all, 3)), run.tanh(cell));
        });
  }
}
