// SPDX-License-Identifier: Apache-2.0
package io.nncreator.tck.reference;

import io.nncreator.api.graph.DType;
import io.nncreator.api.graph.Graph;
import io.nncreator.api.graph.GraphBuilder;
import io.nncreator.api.graph.Op.BinaryKind;
import io.nncreator.api.graph.ParameterSpec;
import io.nncreator.api.graph.Shape;
import io.nncreator.api.graph.TensorType;
import io.nncreator.api.graph.Value;
import io.nncreator.api.training.Optimizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An optimiser's rule for one parameter of one member, run by the interpreter. */
public final class UpdateRule {
  private final Graph graph;
  private final int rank;

  /** Lowers the rule for a parameter. */
  public UpdateRule(Optimizer optimizer, ParameterSpec parameter) {
    GraphBuilder builder = new GraphBuilder();
    rank = parameter.shape().rank();
    long[] ones = ones();
    Value value = input(builder, "parameter", parameter.shape());
    Value gradient = input(builder, "gradient", parameter.shape());
    Value rate = input(builder, "rate", Shape.of(ones));
    Value step = input(builder, "step", Shape.of(ones));
    List<Value> state = new ArrayList<>();
    for (int i = 0; i < optimizer.stateSize(); i++) {
      state.add(input(builder, "state" + i, parameter.shape()));
    }
    Value decay = input(builder, "decay", Shape.of(ones));
    Optimizer.Update update =
        optimizer.lower(
            builder,
            value,
            gradient,
            state,
            builder.binary(
                BinaryKind.MUL, rate, builder.scalarLike(rate, parameter.group().rate())),
            step,
            parameter.decay() == 0
                ? null
                : builder.binary(
                    BinaryKind.MUL, decay, builder.scalarLike(decay, parameter.decay())));
    builder.output("parameter", update.parameter());
    for (int i = 0; i < optimizer.stateSize(); i++) {
      builder.output("state" + i, update.state().get(i));
    }
    graph = builder.build();
  }

  /**
   * Does one update.
   *
   * @param tensors {@code parameter}, {@code gradient}, {@code state0} and so on, without a member
   *     axis
   * @param rate learning rate of this step
   * @param decay factor on the weight decay of this step
   * @param step number of this step, from 1
   * @return the new {@code parameter}, {@code state0} and so on
   */
  public Map<String, ReferenceTensor> apply(
      Map<String, ReferenceTensor> tensors, double rate, double decay, long step) {
    Map<String, ReferenceTensor> inputs = new LinkedHashMap<>(tensors);
    inputs.put("rate", new ReferenceTensor(new double[] {rate}, ones(), false));
    inputs.put("decay", new ReferenceTensor(new double[] {decay}, ones(), false));
    inputs.put("step", new ReferenceTensor(new double[] {step}, ones(), false));
    return ReferenceInterpreter.runDoubles(graph, Map.of(), inputs);
  }

  private static Value input(GraphBuilder builder, String name, Shape shape) {
    return builder.input(name, new TensorType(DType.F32, shape, false));
  }

  private long[] ones() {
    long[] ones = new long[rank];
    Arrays.fill(ones, 1);
    return ones;
  }
}
