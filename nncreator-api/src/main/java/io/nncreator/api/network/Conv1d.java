// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.network;

import io.nncreator.api.graph.GraphBuilder;
import io.nncreator.api.graph.Span;
import io.nncreator.api.graph.Value;
import java.util.List;

/**
 * Slides filters along a series: {@code [batch, steps, width] -> [batch, steps', filters]} with
 * {@code steps' = (steps + 2 padding - dilation (size - 1) - 1) / stride + 1}, rounded down. {@code
 * y[t, f] = bias[f] + sum of weight[f, c, 0, i] x[t stride + i dilation - padding, c]} over the
 * channels c of the filter's group; LeCun et al., Neural Computation 1989. Weights and bias start
 * uniform on {@code ±1/sqrt(inputs of a filter)}, as in PyTorch.
 *
 * @param filters number of outputs, at least 1
 * @param size elements of the window, 1 to 64
 * @param stride elements from one position to the next, 1 to 64
 * @param padding zeros added at each end, 0 to 4096
 * @param dilation distance between neighbouring elements of the window, 1 to 4096
 * @param groups into how many the inputs are divided; must divide inputs and filters
 * @param bias whether each filter adds a learnt number
 */
public record Conv1d(
    int filters, int size, int stride, int padding, int dilation, int groups, boolean bias)
    implements Layer {
  /** Checks the settings. */
  public Conv1d {
    Settings.atLeast("filters", filters, 1);
    Settings.window(size, stride, padding);
    Settings.within("dilation", dilation, 1, 4097);
    Settings.atLeast("groups", groups, 1);
  }

  /** A layer of one group with bias, stride 1, no dilation and no padding. */
  public Conv1d(int filters, int size) {
    this(filters, size, 1, 0, 1, 1, true);
  }

  @Override
  public Value lower(GraphBuilder graph, List<Value> inputs) {
    Value x = Settings.only(inputs);
    Settings.series("conv-1d", x);
    long steps = x.shape().dim(-2);
    long width = x.shape().dim(-1);
    Value rows = graph.reshapeRows(graph.transpose(x, -2, -1), width, 1, steps);
    Span span = new Span(size, stride, padding, dilation);
    Value y = Filters.slide(graph, rows, filters, Span.single(), span, groups, bias);
    return graph.transpose(graph.reshapeRows(y, filters, y.shape().dim(-1)), -2, -1);
  }
}
