// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.network;

import io.nncreator.api.graph.GraphBuilder;
import io.nncreator.api.graph.Initializer;
import io.nncreator.api.graph.Op.BinaryKind;
import io.nncreator.api.graph.Op.UnaryKind;
import io.nncreator.api.graph.Shape;
import io.nncreator.api.graph.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What recurrent layers share: the inputs' part of all gates, computed for all steps at once, and
 * the loop over the steps, which is laid out in the graph. Gates lie side by side in columns.
 */
final class Recurrence {
  /** Each step has its own nodes: more steps would make programs that are slow to load. */
  static final int MAX_STEPS = 128;

  private final GraphBuilder graph;
  private final int units;
  private final int gates;
  private final long steps;
  private final Initializer uniform;
  private final Value inputs;
  private final Value hiddenWeight;

  /** Gives the next state. */
  interface Cell {
    /**
     * Writes one step.
     *
     * @param input the input's part of all gates, {@code [batch, gates * units]}
     * @param state null in the first step, when it is 0
     */
    Value next(Value input, @Nullable Value state);
  }

  Recurrence(GraphBuilder graph, String layer, Value x, int units, int gates) {
    Settings.series(layer, x);
    Settings.atMost(layer, x.shape().dim(-2), MAX_STEPS);
    this.graph = graph;
    this.units = units;
    this.gates = gates;
    this.steps = x.shape().dim(-2);
    this.uniform = new Initializer.Uniform(1 / Math.sqrt(units));
    long columns = Math.multiplyExact((long) gates, units);
    Shape ofInputs = Shape.of(x.shape().dim(-1), columns);
    Value weight = graph.parameter("input_weight", ofInputs, uniform, true);
    Value bias = graph.parameter("bias", Shape.of(1, 1, columns), uniform, false);
    this.inputs = plus(graph.matmul(x, weight), bias);
    this.hiddenWeight = graph.parameter("hidden_weight", Shape.of(units, columns), uniform, true);
  }

  Value bias(String name) {
    return graph.parameter(name, Shape.of(1, (long) gates * units), uniform, false);
  }

  /** Writes the loop; gives the last state or the states of all steps in their own order. */
  Value steps(boolean series, boolean backward, Cell cell) {
    List<Value> states = new ArrayList<>();
    Value state = null;
    for (long i = 0; i < steps; i++) {
      long step = backward ? steps - 1 - i : i;
      Value row = graph.slice(inputs, -2, step, 1);
      state = cell.next(graph.reshapeRows(row, (long) gates * units), state);
      if (series || i == steps - 1) {
        states.add(state);
      }
    }
    if (!series) {
      return states.get(0);
    }
    if (backward) {
      Collections.reverse(states);
    }
    return graph.reshapeRows(graph.concat(-1, states), steps, units);
  }

  /** Returns the state's part of all gates. */
  Value recur(Value state) {
    return graph.matmul(state, hiddenWeight);
  }

  Value gate(Value all, int gate) {
    return graph.slice(all, -1, (long) gate * units, units);
  }

  Value plus(Value a, Value b) {
    return graph.binary(BinaryKind.ADD, a, b);
  }

  Value times(Value a, Value b) {
    return graph.binary(BinaryKind.MUL, a, b);
  }

  Value sigmoid(Value x) {
    return graph.unary(UnaryKind.SIGMOID, x);
  }

  Value tanh(Value x) {
    return graph.unary(UnaryKind.TANH, x);
  }
}
