// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.network;

import io.nncreator.api.graph.GraphBuilder;
import io.nncreator.api.graph.Span;
import io.nncreator.api.graph.Value;
import java.util.List;

/**
 * Slides square filters over images: {@code [batch, channels, height, width] -> [batch, filters,
 * height', width']} with {@code height' = (height + 2 padding - dilation (size - 1) - 1) / stride +
 * 1}, rounded down. As many groups as channels make it depthwise; LeCun et al., Proc. IEEE 1998.
 * Weights and bias start uniform on {@code ±1/sqrt(inputs of a filter)}, as in PyTorch.
 *
 * @param filters number of outputs, at least 1
 * @param size elements of the window in height and in width, 1 to 64
 * @param stride elements from one position to the next, 1 to 64
 * @param padding zeros added at each end, 0 to 4096
 * @param dilation distance between neighbouring elements of the window, 1 to 4096
 * @param groups into how many the inputs are divided; must divide inputs and filters
 * @param bias whether each filter adds a learnt number
 */
public record Conv2d(
    int filters, int size, int stride, int padding, int dilation, int groups, boolean bias)
    implements Layer {
  /** Checks the settings. */
  public Conv2d {
    Settings.atLeast("filters", filters, 1);
    Settings.window(size, stride, padding);
    Settings.within("dilation", dilation, 1, 4097);
    Settings.atLeast("groups", groups, 1);
  }

  /** A layer of one group with bias, stride 1, no dilation and no padding. */
  public Conv2d(int filters, int size) {
    this(filters, size, 1, 0, 1, 1, true);
  }

  @Override
  public Value lower(GraphBuilder graph, List<Value> inputs) {
    Value x = Settings.only(inputs);
    Settings.images("conv-2d", x);
    Span span = new Span(size, stride, padding, dilation);
    return Filters.slide(graph, x, filters, span, span, groups, bias);
  }
}
