// SPDX-License-Identifier: Apache-2.0
package io.nncreator.tck.reference;

import io.nncreator.api.graph.Graph;
import io.nncreator.api.graph.Weights;
import io.nncreator.api.network.NetworkAssembly;
import io.nncreator.api.training.Loss;
import io.nncreator.api.training.TrainingRows;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The gradient of one member's mean loss over rows, by central differences in double arithmetic.
 * Where the loss is smooth within a step of 1e-5 the error is below about 1e-8 relative to the
 * loss; at a kink (RELU at 0) it means nothing. Thread-safe.
 */
public final class FiniteDifferences {
  private static final double STEP = 1e-5;

  private final Graph graph;
  private final Map<String, ReferenceTensor> parameters;
  private final Map<String, ReferenceTensor> inputs = new LinkedHashMap<>();

  /**
   * Fixes what is differentiated.
   *
   * @param weights of exactly one member, see {@link Weights#select}
   * @param rows all of them count
   */
  public FiniteDifferences(NetworkAssembly network, Loss loss, Weights weights, TrainingRows rows) {
    if (weights.members() != 1) {
      throw new IllegalArgumentException(
          "Differences are of 1 member, got " + weights.members() + ". Maybe use select.");
    }
    graph = LossGraph.of(network, loss);
    parameters = ReferenceInterpreter.doubles(weights);
    int[] all = IntStream.range(0, rows.rows()).toArray();
    LossGraph.inputs(rows, all)
        .forEach((name, tensor) -> inputs.put(name, ReferenceTensor.of(tensor, false)));
  }

  /** Returns the mean loss. */
  public double loss() {
    return loss(parameters);
  }

  /**
   * Returns the derivatives of the mean loss by chosen elements of a parameter.
   *
   * @param elements positions in row-major order
   */
  public double[] gradient(String parameter, int... elements) {
    return Arrays.stream(elements).mapToDouble(element -> derivative(parameter, element)).toArray();
  }

  /** Returns the derivatives of the mean loss by all elements of a parameter, row-major. */
  public double[] gradient(String parameter) {
    return gradient(parameter, IntStream.range(0, values(parameter).length).toArray());
  }

  /** Returns positions spread over a parameter: all of them, or as many as are wanted. */
  public int[] spread(String parameter, int wanted) {
    int size = values(parameter).length;
    int count = Math.min(size, wanted);
    return IntStream.range(0, count).map(i -> (int) ((long) i * size / count)).toArray();
  }

  private double derivative(String parameter, int element) {
    double step = STEP * Math.max(1, Math.abs(values(parameter)[element]));
    double above = loss(moved(parameter, element, step));
    double below = loss(moved(parameter, element, -step));
    return (above - below) / (2 * step);
  }

  private Map<String, ReferenceTensor> moved(String parameter, int element, double by) {
    ReferenceTensor tensor = tensor(parameter);
    double[] values = tensor.values().clone();
    values[element] += by;
    Map<String, ReferenceTensor> all = new LinkedHashMap<>(parameters);
    all.put(parameter, new ReferenceTensor(values, tensor.dims(), true));
    return all;
  }

  private double loss(Map<String, ReferenceTensor> at) {
    Map<String, ReferenceTensor> outputs = ReferenceInterpreter.runDoubles(graph, at, inputs);
    ReferenceTensor losses = outputs.get(LossGraph.LOSS);
    return losses == null
        ? Double.NaN
        : Arrays.stream(losses.values()).average().orElse(Double.NaN);
  }

  private double[] values(String parameter) {
    return tensor(parameter).values();
  }

  private ReferenceTensor tensor(String parameter) {
    ReferenceTensor tensor = parameters.get(parameter);
    if (tensor == null) {
      throw new IllegalArgumentException(
          "There is no parameter (" + parameter + "), only " + parameters.keySet() + ".");
    }
    return tensor;
  }
}
