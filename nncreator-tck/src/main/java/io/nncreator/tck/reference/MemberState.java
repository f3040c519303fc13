// SPDX-License-Identifier: Apache-2.0
package io.nncreator.tck.reference;

import io.nncreator.api.graph.ParameterSpec;
import io.nncreator.api.graph.Tensor;
import io.nncreator.api.graph.Weights;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All that changes while one member is trained; can be written to a checkpoint and read back. */
final class MemberState {
  /** Running, or ended by itself; anything else is told at the end of the run. */
  enum Phase {
    RUNNING,
    TIRED,
    DIVERGED
  }

  private static final String COUNTERS = "counters";

  /** By parameter: present weights, their average, kept weights, and optimiser state. */
  final Map<String, ReferenceTensor> weights = new LinkedHashMap<>();

  final Map<String, ReferenceTensor> averaged = new LinkedHashMap<>();
  final Map<String, ReferenceTensor> best = new LinkedHashMap<>();
  final Map<String, ReferenceTensor> optimizer = new LinkedHashMap<>();
  Phase phase = Phase.RUNNING;
  long steps;
  double lossSum;
  int bestEpoch;
  double bestLoss = Double.POSITIVE_INFINITY;

  static MemberState first(List<ParameterSpec> parameters, int stateSize, long seed) {
    MemberState state = new MemberState();
    Weights first = Weights.initialize(parameters, new long[] {seed});
    state.weights.putAll(ReferenceInterpreter.doubles(first));
    state.averaged.putAll(state.weights);
    state.best.putAll(state.weights);
    state.weights.forEach(
        (name, tensor) -> {
          for (int i = 0; i < stateSize; i++) {
            double[] zeros = new double[tensor.values().length];
            state.optimizer.put(i + name, new ReferenceTensor(zeros, tensor.dims(), true));
          }
        });
    return state;
  }

  void write(String prefix, Map<String, Tensor> tensors) {
    write(prefix + "/weights/", weights, tensors);
    write(prefix + "/averaged/", averaged, tensors);
    write(prefix + "/best/", best, tensors);
    write(prefix + "/optimizer/", optimizer, tensors);
    double[] counters = {phase.ordinal(), steps, lossSum, bestEpoch, bestLoss};
    tensors.put(prefix + COUNTERS, Tensor.of(counters, counters.length));
  }

  void read(String prefix, Map<String, Tensor> tensors) {
    read(prefix + "/weights/", weights, tensors);
    read(prefix + "/averaged/", averaged, tensors);
    read(prefix + "/best/", best, tensors);
    read(prefix + "/optimizer/", optimizer, tensors);
    double[] counters = tensor(tensors, prefix + COUNTERS).doubles();
    phase = Phase.values()[(int) counters[0]];
    steps = (long) counters[1];
    lossSum = counters[2];
    bestEpoch = (int) counters[3];
    bestLoss = counters[4];
  }

  private static void write(
      String prefix, Map<String, ReferenceTensor> from, Map<String, Tensor> to) {
    from.forEach((name, value) -> to.put(prefix + name, Tensor.of(value.values(), value.dims())));
  }

  private static void read(
      String prefix, Map<String, ReferenceTensor> into, Map<String, Tensor> from) {
    into.replaceAll(
        (name, value) -> ReferenceTensor.of(tensor(from, prefix + name), value.perMember()));
  }

  private static Tensor tensor(Map<String, Tensor> tensors, String name) {
    Tensor tensor = tensors.get(name);
    if (tensor == null) {
      throw new IllegalArgumentException("The checkpoint lacks " + name + ".");
    }
    return tensor;
  }
}
