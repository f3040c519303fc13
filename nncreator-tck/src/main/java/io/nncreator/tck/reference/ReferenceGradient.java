// SPDX-License-Identifier: Apache-2.0
package io.nncreator.tck.reference;

import io.nncreator.api.graph.Graph;
import io.nncreator.api.graph.Node;
import io.nncreator.api.graph.Op;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The gradient of the mean of one output by reverse accumulation in double arithmetic: as slow and
 * simple as {@link ReferenceInterpreter}, but the cost does not grow with the number of parameters
 * as that of {@link FiniteDifferences} does. Immutable.
 */
public final class ReferenceGradient {
  private final double mean;
  private final Map<String, ReferenceTensor> byParameter = new LinkedHashMap<>();

  private ReferenceGradient(double mean) {
    this.mean = mean;
  }

  /**
   * Differentiates the mean over all elements of an output.
   *
   * @param parameters by name
   * @param inputs by name
   */
  public static ReferenceGradient of(
      Graph graph,
      String output,
      Map<String, ReferenceTensor> parameters,
      Map<String, ReferenceTensor> inputs) {
    List<ReferenceTensor> values = ReferenceInterpreter.values(graph, parameters, inputs);
    int target = graph.output(output).id();
    double[] elements = values.get(target).values();
    Backward backward = new Backward(values);
    Arrays.fill(backward.gradient(target), 1.0 / elements.length);
    for (int i = target; i >= 0; i--) {
      backward.pass(graph.nodes().get(i));
    }
    ReferenceGradient result =
        new ReferenceGradient(Arrays.stream(elements).average().orElse(Double.NaN));
    for (Node node : graph.nodes()) {
      if (node.op() instanceof Op.Parameter parameter) {
        ReferenceTensor value = values.get(node.output().id());
        result.byParameter.put(
            parameter.name(),
            new ReferenceTensor(backward.gradient(node.output().id()), value.dims(), true));
      }
    }
    return result;
  }

  /** Returns the mean that is differentiated. */
  public double mean() {
    return mean;
  }

  /** Returns the derivatives by the elements of each parameter. */
  public Map<String, ReferenceTensor> byParameter() {
    return Map.copyOf(byParameter);
  }
}
