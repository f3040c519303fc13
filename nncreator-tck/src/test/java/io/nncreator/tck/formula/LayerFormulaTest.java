// SPDX-License-Identifier: Apache-2.0
package io.nncreator.tck.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.nncreator.api.network.Activation;
import io.nncreator.api.network.LayerNorm;
import io.nncreator.api.network.Linear;
import io.nncreator.api.network.NtkLinear;
import io.nncreator.api.network.ParametricActivation;
import io.nncreator.api.network.Periodic;
import io.nncreator.api.network.PiecewiseLinear;
import io.nncreator.api.network.Scale;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** Layers against their papers' formulas; constants in the graph are F32, hence the tolerances. */
class LayerFormulaTest {
  private static final double[] POINTS = {-8, -2.5, -1, -0.3, 0, 0.3, 1, 2.5, 8};

  @Test
  void activationsFollowTheirFormulas() {
    follows(Activation.Function.RELU, x -> x > 0 ? x : 0);
    follows(Activation.Function.TANH, Math::tanh);
    follows(Activation.Function.SIGMOID, LayerFormulaTest::sigmoid);
    follows(Activation.Function.SILU, x -> x * sigmoid(x));
    follows(Activation.Function.MISH, x -> x * Math.tanh(Math.log1p(Math.exp(x))));
    follows(
        Activation.Function.SELU,
        x -> 1.0507009873554805 * (x > 0 ? x : 1.6732632423543772 * Math.expm1(x)));
  }

  /** {@code x Phi(x)} with values of the normal distribution from tables. */
  @Test
  void geluIsTheExactOne() {
    double[][] table = {
      {-2, -2 * 0.022750131948179},
      {-1, -0.158655253931457},
      {0, 0},
      {0.5, 0.5 * 0.691462461274013},
      {1, 0.841344746068543},
      {3, 3 * 0.998650101968370}
    };
    for (double[] entry : table) {
      assertThat(activation(Activation.Function.GELU, entry[0])).isCloseTo(entry[1], within(1e-7));
    }
  }

  @Test
  void activationsOfLargeNumbersStayFinite() {
    for (Activation.Function function : Activation.Function.values()) {
      assertThat(activation(function, 1e4)).as("%s", function).isFinite();
      assertThat(activation(function, -1e4)).as("%s", function).isFinite();
    }
  }

  @Test
  void linearIsARowTimesAMatrixPlusBias() {
    Map<String, double[]> parameters =
        Map.of("weight", new double[] {1, 2, 3, 4, 5, 6}, "bias", new double[] {10, 20, 30});
    assertThat(Formulas.layer(new Linear(3), parameters, 1, -1)).containsExactly(7, 17, 27);
    assertThat(Formulas.layer(new Linear(3, false), parameters, 1, -1)).containsExactly(-3, -3, -3);
  }

  @Test
  void ntkLinearDividesByTheRootOfItsWidth() {
    Map<String, double[]> parameters =
        Map.of("weight", new double[] {1, 2, 3, 4, 5, 6, 7, 8}, "bias", new double[] {10, 20});
    // (1, 2, 3, 4) W = (50, 60), divided by sqrt(4).
    assertThat(Formulas.layer(new NtkLinear(2), parameters, 1, 2, 3, 4)).containsExactly(35, 50);
  }

  @Test
  void aParametricActivationTakesItsShareOfTheFunction() {
    Map<String, double[]> parameters = Map.of("share", new double[] {1, 0, 0.5});
    assertThat(
            Formulas.layer(
                new ParametricActivation(Activation.Function.RELU), parameters, -2, -2, -2))
        .containsExactly(0, -2, -1);
  }

  @Test
  void layerNormHasMeanZeroAndVarianceOne() {
    Map<String, double[]> parameters =
        Map.of("gain", new double[] {1, 2, 1}, "bias", new double[] {0, 0, 5});
    double deviation = Math.sqrt(2.0 / 3 + (float) 1e-5);
    assertThat(Formulas.layer(new LayerNorm(), parameters, 1, 2, 3))
        .containsExactly(new double[] {-1 / deviation, 0, 1 / deviation + 5}, within(1e-12));
    assertThat(Formulas.layer(new LayerNorm(), parameters, 7, 7, 7)).containsExactly(0, 0, 5);
  }

  @Test
  void scaleMultipliesEachFeature() {
    assertThat(Formulas.layer(new Scale(), Map.of("factor", new double[] {2, -3}), 5, 7))
        .containsExactly(10, -21);
  }

  /** Feature j becomes x, then each {@code sum of W cos(f x + p) + b}. */
  @Test
  void periodicPutsCosinesBesideEachFeature() {
    Map<String, double[]> parameters =
        Map.of(
            "frequency", new double[] {1, 2, 3, 4},
            "phase", new double[] {0.1, 0.2, 0.3, 0.4},
            "weight", new double[] {1, -1, 0.5, 2},
            "bias", new double[] {10, 20});
    double first = Math.cos(0.7 + 0.1) - Math.cos(2 * 0.7 + 0.2) + 10;
    double second = 0.5 * Math.cos(3 * -1.5 + 0.3) + 2 * Math.cos(4 * -1.5 + 0.4) + 20;
    assertThat(Formulas.layer(new Periodic(2, 1, 1), parameters, 0.7, -1.5))
        .containsExactly(new double[] {0.7, first, -1.5, second}, within(1e-12));
  }

  /** Two features with bins, one of which has fewer, around one that has none. */
  @Test
  void piecewiseLinearBendsAtTheBordersOfBins() {
    PiecewiseLinear layer =
        new PiecewiseLinear(1, 2, List.of(List.of(-1.0, 0.0, 2.0), List.of(), List.of(0.0, 4.0)));
    Map<String, double[]> parameters =
        Map.of(
            "slope", new double[] {2, 3},
            "bias", new double[] {10, 20},
            "weight", new double[] {5, 7, 11, 13});
    assertThat(Formulas.layer(layer, parameters, 0.5, 99, 1, 98))
        .containsExactly(
            new double[] {2 * 0.5 + 10 + 5 + 7 * 0.25, 3 + 20 + 11 * 0.25, 99, 98}, within(1e-6));
    assertThat(Formulas.layer(layer, parameters, -3, 99, 8, 98))
        .containsExactly(
            new double[] {2 * -3 + 10 + 5 * -2, 3 * 8 + 20 + 11 * 2, 99, 98}, within(1e-6));
    assertThat(Formulas.layer(layer, parameters, 4, 99, -4, 98))
        .containsExactly(
            new double[] {2 * 4 + 10 + 5 + 7 * 2, 3 * -4 + 20 - 11, 99, 98}, within(1e-6));
  }

  private static void follows(Activation.Function function, DoubleUnaryOperator formula) {
    for (double x : POINTS) {
      assertThat(activation(function, x))
          .as("%s of %s", function, x)
          .isCloseTo(formula.applyAsDouble(x), within(1e-6));
    }
  }

  private static double activation(Activation.Function function, double x) {
    return Formulas.layer(new Activation(function), Map.of(), x)[0];
  }

  private static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }
}
