// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.export;

import io.nncreator.api.network.Activation;
import io.nncreator.api.network.Add;
import io.nncreator.api.network.Concat;
import io.nncreator.api.network.Dropout;
import io.nncreator.api.network.Layer;
import io.nncreator.api.network.LayerNorm;
import io.nncreator.api.network.Linear;
import io.nncreator.api.network.Multiply;
import io.nncreator.api.network.Periodic;
import io.nncreator.api.network.Scale;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The built-in layers as a person would write them. Rows are {@code [members, rows, features]}. */
final class PythonLayers {
  static final String LINEAR =
      """
      class Linear(nn.Module):
          \"""y = x W + b, for each member.\"""

          def __init__(self, members, inputs, units, bias=True):
              super().__init__()
              self.weight = nn.Parameter(torch.empty(members, inputs, units))
              self.bias = nn.Parameter(torch.empty(members, 1, units)) if bias else None

          def forward(self, x):
              y = torch.matmul(x, self.weight)
              return y if self.bias is None else y + self.bias""";

  private static final String LAYER_NORM =
      """
      class LayerNorm(nn.Module):
          \"""Normalises each row to mean 0 and variance 1, then scales and shifts it.\"""

          def __init__(self, members, width, epsilon):
              super().__init__()
              self.epsilon = epsilon
              self.gain = nn.Parameter(torch.empty(members, 1, width))
              self.bias = nn.Parameter(torch.empty(members, 1, width))

          def forward(self, x):
              return F.layer_norm(x, x.shape[-1:], eps=self.epsilon) * self.gain + self.bias""";

  private static final String SCALE =
      """
      class Scale(nn.Module):
          \"""Multiplies each feature by a learnt factor.\"""

          def __init__(self, members, width):
              super().__init__()
              self.factor = nn.Parameter(torch.empty(members, 1, width))

          def forward(self, x):
              return x * self.factor""";

  private static final String PERIODIC =
      """
      class Periodic(nn.Module):
          \"""Each feature x becomes [x; W cos(f x + p) + b], with its own f, p, W and b.\"""

          def __init__(self, members, inputs, frequencies, width):
              super().__init__()
              self.frequency = nn.Parameter(torch.empty(members, 1, inputs, frequencies))
              self.phase = nn.Parameter(torch.empty(members, 1, inputs, frequencies))
              self.weight = nn.Parameter(torch.empty(members, 1, inputs, frequencies, width))
              self.bias = nn.Parameter(torch.empty(members, 1, inputs, width))

          def forward(self, x):
              column = x.unsqueeze(-1)
              waves = torch.cos(column * self.frequency + self.phase)
              bent = (waves.unsqueeze(-1) * self.weight).sum(-2) + self.bias
              return join([column.expand(*bent.shape[:-1], 1), bent]).flatten(-2)""";

  private PythonLayers() {}

  /** Returns a built-in layer, or null for any other. */
  static @Nullable PythonLayer known(Layer layer, String name, List<PythonValue> inputs) {
    PythonValue x = inputs.get(0);
    PythonLayer ofSubmodels = PythonSubmodelLayers.known(layer, name, x);
    if (ofSubmodels != null) {
      return ofSubmodels;
    }
    PythonLayer ofSeries = PythonSeriesLayers.known(layer, name, x);
    boolean elementWise =
        layer instanceof Activation
            || layer instanceof Dropout
            || layer instanceof Add
            || layer instanceof Multiply;
    boolean flat = inputs.stream().allMatch(input -> input.value().shape().rank() == 2);
    if (ofSeries != null || (!flat && !elementWise)) {
      return ofSeries;
    }
    List<String> names = inputs.stream().map(PythonValue::name).toList();
    long width = x.value().shape().dim(-1);
    String call = "self." + name + "(" + x.name() + ")";
    if (layer instanceof Linear linear) {
      String bias = linear.bias() ? "" : ", bias=False";
      return module("Linear(members, " + width + ", " + linear.units() + bias + ")", call, LINEAR);
    }
    if (layer instanceof LayerNorm norm) {
      String epsilon = PythonText.number(norm.epsilon());
      return module("LayerNorm(members, " + width + ", " + epsilon + ")", call, LAYER_NORM);
    }
    if (layer instanceof Scale) {
      return module("Scale(members, " + width + ")", call, SCALE);
    }
    if (layer instanceof Periodic periodic) {
      String settings = periodic.frequencies() + ", " + periodic.width();
      return module("Periodic(members, " + width + ", " + settings + ")", call, PERIODIC);
    }
    if (layer instanceof Activation activation) {
      return function(function(activation.function()) + "(" + x.name() + ")");
    }
    if (layer instanceof Dropout dropout) {
      String rate = PythonText.number(dropout.rate());
      return function("F.dropout(" + x.name() + ", " + rate + ", self.training)");
    }
    if (layer instanceof Add) {
      return function(String.join(" + ", names));
    }
    if (layer instanceof Multiply) {
      return function(String.join(" * ", names));
    }
    return layer instanceof Concat ? function("join([" + String.join(", ", names) + "])") : null;
  }

  private static String function(Activation.Function function) {
    return switch (function) {
      case TANH, SIGMOID -> "torch." + function.name().toLowerCase(Locale.ROOT);
      case RELU, GELU, SILU, MISH, SELU -> "F." + function.name().toLowerCase(Locale.ROOT);
    };
  }

  private static PythonLayer module(String constructor, String call, String definition) {
    return new PythonLayer(constructor, call, List.of(definition), Map.of());
  }

  private static PythonLayer function(String call) {
    return new PythonLayer(null, call, List.of(), Map.of());
  }
}
