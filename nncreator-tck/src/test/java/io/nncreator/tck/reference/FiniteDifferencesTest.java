// SPDX-License-Identifier: Apache-2.0
package io.nncreator.tck.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.nncreator.api.graph.Tensor;
import io.nncreator.api.graph.Weights;
import io.nncreator.api.network.FeatureLayout;
import io.nncreator.api.network.NetworkAssembly;
import io.nncreator.api.network.NetworkSpec;
import io.nncreator.api.training.CrossEntropy;
import io.nncreator.api.training.SquaredError;
import io.nncreator.api.training.TrainingRows;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FiniteDifferencesTest {
  private static final FeatureLayout TWO = new FeatureLayout(2, List.of());
  private static final NetworkSpec LINEAR = new NetworkSpec("linear", 1, List.of());

  @Test
  void linearRegressionHasItsTextbookGradient() {
    NetworkAssembly network = new NetworkAssembly(TWO, LINEAR, 1);
    Weights weights =
        new Weights(
            1,
            Map.of(
                "head.weight", Tensor.of(new float[] {0.5f, -2}, 1, 2, 1),
                "head.bias", Tensor.of(new float[] {0.25f}, 1, 1, 1)));
    float[] x = {1, 2, -3, 0.5f};
    float[] y = {1, -1};
    FiniteDifferences differences =
        new FiniteDifferences(
            network,
            new SquaredError(),
            weights,
            new TrainingRows(TWO, x, new long[0], new int[0], y));

    double first = 0.5 * 1 - 2 * 2 + 0.25 - 1;
    double second = 0.5 * -3 - 2 * 0.5 + 0.25 + 1;
    assertThat(differences.loss()).isCloseTo((first * first + second * second) / 2, within(1e-12));
    assertThat(differences.gradient("head.weight"))
        .containsExactly(
            new double[] {first * 1 + second * -3, first * 2 + second * 0.5}, within(1e-8));
    assertThat(differences.gradient("head.bias", 0))
        .containsExactly(new double[] {first + second}, within(1e-8));
  }

  @Test
  void crossEntropyHasItsTextbookGradient() {
    NetworkAssembly network = new NetworkAssembly(TWO, LINEAR, 2);
    Weights weights =
        new Weights(
            1,
            Map.of(
                "head.weight", Tensor.of(new float[4], 1, 2, 2),
                "head.bias", Tensor.of(new float[] {0, 1}, 1, 1, 2)));
    TrainingRows rows =
        new TrainingRows(TWO, new float[] {1, -2}, new long[0], new int[] {0}, new float[0]);
    double second = Math.E / (1 + Math.E);

    double[] gradient =
        new FiniteDifferences(network, new CrossEntropy(0), weights, rows).gradient("head.weight");

    assertThat(gradient)
        .containsExactly(new double[] {-second, second, 2 * second, -2 * second}, within(1e-8));
  }

  @Test
  void takesOneMemberOnly() {
    NetworkAssembly network = new NetworkAssembly(TWO, LINEAR, 1);
    TrainingRows rows = new TrainingRows(TWO, new float[2], new long[0], new int[0], new float[1]);
    assertThatThrownBy(
            () ->
                new FiniteDifferences(network, new SquaredError(), new Weights(2, Map.of()), rows))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Differences are of 1 member, got 2. Maybe use select.");
  }
}
