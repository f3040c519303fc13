// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.export;

import io.nncreator.api.network.Attention;
import io.nncreator.api.network.Flatten;
import io.nncreator.api.network.GlobalPool;
import io.nncreator.api.network.Gru;
import io.nncreator.api.network.Layer;
import io.nncreator.api.network.Lstm;
import io.nncreator.api.network.Reshape;
import io.nncreator.api.network.SwapAxes;
import io.nncreator.api.network.TakeStep;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Layers for series as a person would write them. Series are {@code [members, rows, steps, width]};
 * the members' axis may be missing from what comes in.
 */
final class PythonSeriesLayers {
  private static final String GRU =
      """
      class Gru(nn.Module):
          \"""A gated recurrent unit along the steps of a series.\"""

          def __init__(self, members, inputs, units, series, backward):
              super().__init__()
              self.series = series
              self.backward = backward
              self.input_weight = nn.Parameter(torch.empty(members, inputs, 3 * units))
              self.bias = nn.Parameter(torch.empty(members, 1, 1, 3 * units))
              self.hidden_weight = nn.Parameter(torch.empty(members, units, 3 * units))
              self.hidden_bias = nn.Parameter(torch.empty(members, 1, 3 * units))

          def forward(self, x):
              gates = torch.matmul(x, self.input_weight[:, None]) + self.bias
              h = gates.new_zeros(*gates.shape[:2], self.hidden_weight.shape[1])
              states = []
              steps = gates.unbind(-2)
              for step in reversed(steps) if self.backward else steps:
                  r, z, n = step.chunk(3, -1)
                  hidden = torch.matmul(h, self.hidden_weight) + self.hidden_bias
                  hidden_r, hidden_z, hidden_n = hidden.chunk(3, -1)
                  z = torch.sigmoid(z + hidden_z)
                  n = torch.tanh(n + torch.sigmoid(r + hidden_r) * hidden_n)
                  h = (1 - z) * n + z * h
                  states.append(h)
              if not self.series:
                  return h
              return torch.stack(states[::-1] if self.backward else states, -2)""";

  private static final String LSTM =
      """
      class Lstm(nn.Module):
          \"""A long short-term memory along the steps of a series.\"""

          def __init__(self, members, inputs, units, series, backward):
              super().__init__()
              self.series = series
              self.backward = backward
              self.input_weight = nn.Parameter(torch.empty(members, inputs, 4 * units))
              self.bias = nn.Parameter(torch.empty(members, 1, 1, 4 * units))
              self.hidden_weight = nn.Parameter(torch.empty(members, units, 4 * units))

          def forward(self, x):
              gates = torch.matmul(x, self.input_weight[:, None]) + self.bias
              h = gates.new_zeros(*gates.shape[:2], self.hidden_weight.shape[1])
              c = torch.zeros_like(h)
              states = []
              steps = gates.unbind(-2)
              for step in reversed(steps) if self.backward else steps:
                  i, f, g, o = (step + torch.matmul(h, self.hidden_weight)).chunk(4, -1)
                  c = torch.sigmoid(f) * c + torch.sigmoid(i) * torch.tanh(g)
                  h = torch.sigmoid(o) * torch.tanh(c)
                  states.append(h)
              if not self.series:
                  return h
              return torch.stack(states[::-1] if self.backward else states, -2)""";

  private static final String ATTENTION =
      """
      class Attention(nn.Module):
          \"""Multi-head self-attention over the steps of a series.\"""

          def __init__(self, members, width, heads, causal):
              super().__init__()
              self.heads = heads
              self.causal = causal
              self.projection_weight = nn.Parameter(torch.empty(members, width, 3 * width))
              self.projection_bias = nn.Parameter(torch.empty(members, 1, 1, 3 * width))
              self.output_weight = nn.Parameter(torch.empty(members, width, width))
              self.output_bias = nn.Parameter(torch.empty(members, 1, 1, width))

          def forward(self, x):
              parts = torch.matmul(x, self.projection_weight[:, None]) + self.projection_bias
              size = parts.shape[-1] // 3 // self.heads
              query, key, value = (
                  part.unflatten(-1, (self.heads, size)).transpose(-3, -2)
                  for part in parts.chunk(3, -1)
              )
              scores = torch.matmul(query, key.transpose(-2, -1)) / math.sqrt(size)
              if self.causal:
                  later = torch.ones(scores.shape[-2:], dtype=torch.bool).triu(1)
                  scores = scores.masked_fill(later, -math.inf)
              mixed = torch.matmul(torch.softmax(scores, -1), value)
              mixed = mixed.transpose(-3, -2).flatten(-2)
              return torch.matmul(mixed, self.output_weight[:, None]) + self.output_bias""";

  private PythonSeriesLayers() {}

  /** Returns a layer, or null for any other. */
  static @Nullable PythonLayer known(Layer layer, String name, PythonValue x) {
    int rowAxes = x.value().shape().rank() - 1;
    String call = "self." + name + "(" + x.name() + ")";
    String sizes = "(members, " + x.value().shape().dim(-1) + ", ";
    if (layer instanceof Gru gru) {
      String settings = gru.units() + ", " + truth(gru.series()) + ", " + truth(gru.backward());
      return new PythonLayer("Gru" + sizes + settings + ")", call, List.of(GRU), Map.of());
    }
    if (layer instanceof Lstm lstm) {
      String settings = lstm.units() + ", " + truth(lstm.series()) + ", " + truth(lstm.backward());
      return new PythonLayer("Lstm" + sizes + settings + ")", call, List.of(LSTM), Map.of());
    }
    if (layer instanceof Attention attention) {
      String settings = attention.heads() + ", " + truth(attention.causal());
      return new PythonLayer(
          "Attention" + sizes + settings + ")", call, List.of(ATTENTION), Map.of());
    }
    if (layer instanceof Reshape reshape) {
      String dims = reshape.shape().stream().map(String::valueOf).collect(Collectors.joining(", "));
      return function(
          flat(x.name(), rowAxes)
              + ".unflatten(-1, ("
              + dims
              + (reshape.shape().size() == 1 ? ",))" : "))"));
    }
    if (layer instanceof Flatten) {
      return function(flat(x.name(), rowAxes));
    }
    if (layer instanceof SwapAxes swap) {
      return function(x.name() + ".transpose(" + swap.first() + ", " + swap.second() + ")");
    }
    if (layer instanceof TakeStep step) {
      return function(x.name() + ".select(-2, " + step.step() + ")");
    }
    if (layer instanceof GlobalPool pool) {
      String how = pool.pooling() == GlobalPool.Pooling.MEAN ? "mean" : "amax";
      return function(
          rowAxes == 2 ? x.name() + "." + how + "(-2)" : x.name() + ".flatten(-2)." + how + "(-1)");
    }
    return null;
  }

  private static String flat(String x, int rowAxes) {
    return rowAxes == 1 ? x : x + ".flatten(-" + rowAxes + ")";
  }

  private static String truth(boolean value) {
    return value ? "True" : "False";
  }

  private static PythonLayer function(String call) {
    return new PythonLayer(null, call, List.of(), Map.of());
  }
}
