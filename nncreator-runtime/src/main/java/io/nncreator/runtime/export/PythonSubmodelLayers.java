// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.export;

import io.nncreator.api.network.BatchEnsemble;
import io.nncreator.api.network.Layer;
import io.nncreator.api.network.SubmodelLinear;
import io.nncreator.api.network.SubmodelScale;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Layers of submodels as a person would write them. Submodels are {@code [members, rows, submodels,
 * width]}; the members' axis may be missing from what comes in.
 */
final class PythonSubmodelLayers {
  private static final String LINEAR =
      """
      class SubmodelLinear(nn.Module):
          \"""A linear layer of its own for each submodel.\"""

          def __init__(self, members, submodels, inputs, units):
              super().__init__()
              self.weight = nn.Parameter(torch.empty(members, 1, submodels, inputs, units))
              self.bias = nn.Parameter(torch.empty(members, 1, submodels, units))

          def forward(self, x):
              return torch.matmul(x.unsqueeze(-2), self.weight).squeeze(-2) + self.bias""";

  /** The output layer for classes. */
  private static final String CLASSES =
      """
      class SubmodelClasses(SubmodelLinear):
          \"""Logarithms of the mean of all submodels' probabilities, times a factor.\"""

          def __init__(self, members, submodels, inputs, units):
              super().__init__(members, submodels, inputs, units)
              self.factor = nn.Parameter(torch.empty(members, 1, 1))

          def forward(self, x):
              logs = F.log_softmax(super().forward(x), -1)
              return (torch.logsumexp(logs, -2) - math.log(logs.shape[-2])) * self.factor""";

  /** The output layer for values. */
  private static final String VALUES =
      """
      class SubmodelValues(SubmodelLinear):
          \"""The mean of what all submodels put out.\"""

          def forward(self, x):
              return super().forward(x).mean(-2)""";

  private static final String SCALE =
      """
      class SubmodelScale(nn.Module):
          \"""Gives each submodel the rows with factors of its own.\"""

          def __init__(self, members, submodels, inputs):
              super().__init__()
              self.inputFactor = nn.Parameter(torch.empty(members, 1, submodels, inputs))

          def forward(self, x):
              return x.unsqueeze(-2) * self.inputFactor""";

  private static final String BATCH_ENSEMBLE =
      """
      class BatchEnsemble(nn.Module):
          \"""A linear layer that submodels share, each with factors of its own.\"""

          def __init__(self, members, submodels, inputs, units, rows):
              super().__init__()
              self.rows = rows
              self.inputFactor = nn.Parameter(torch.empty(members, 1, submodels, inputs))
              self.weight = nn.Parameter(torch.empty(members, inputs, units))
              self.outputFactor = nn.Parameter(torch.empty(members, 1, submodels, units))
              self.bias = nn.Parameter(torch.empty(members, 1, submodels, units))

          def forward(self, x):
              x = (x.unsqueeze(-2) if self.rows else x) * self.inputFactor
              return torch.matmul(x, self.weight[:, None]) * self.outputFactor + self.bias""";

  private PythonSubmodelLayers() {}

  /** Returns the classes that the output layer behind submodels needs. */
  static List<String> head(int outputs) {
    return List.of(LINEAR, outputs == 1 ? VALUES : CLASSES);
  }

  /** Returns a layer, or null for any other. */
  static @Nullable PythonLayer known(Layer layer, String name, PythonValue x) {
    long width = x.value().shape().dim(-1);
    if (layer instanceof BatchEnsemble shared) {
      String sizes = shared.submodels() + ", " + width + ", " + shared.units();
      String rows = x.value().shape().rank() == 2 ? "True" : "False";
      return module("BatchEnsemble", sizes + ", " + rows, name, x, BATCH_ENSEMBLE);
    }
    if (layer instanceof SubmodelScale scale) {
      return module("SubmodelScale", scale.submodels() + ", " + width, name, x, SCALE);
    }
    if (layer instanceof SubmodelLinear linear) {
      String sizes = x.value().shape().dim(1) + ", " + width + ", " + linear.units();
      return module("SubmodelLinear", sizes, name, x, LINEAR);
    }
    return null;
  }

  private static PythonLayer module(
      String type, String sizes, String name, PythonValue x, String definition) {
    String constructor = type + "(members, " + sizes + ")";
    String call = "self." + name + "(" + x.name() + ")";
    return new PythonLayer(constructor, call, List.of(definition), Map.of());
  }
}
