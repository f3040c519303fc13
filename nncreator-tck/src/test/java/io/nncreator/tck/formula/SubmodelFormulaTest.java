// SPDX-License-Identifier: Apache-2.0
package io.nncreator.tck.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.nncreator.api.graph.GraphBuilder;
import io.nncreator.api.graph.Tensor;
import io.nncreator.api.graph.Value;
import io.nncreator.api.network.BatchEnsemble;
import io.nncreator.api.network.FeatureLayout;
import io.nncreator.api.network.Layer;
import io.nncreator.api.network.LayerNode;
import io.nncreator.api.network.NetworkAssembly;
import io.nncreator.api.network.NetworkSpec;
import io.nncreator.api.network.SubmodelLinear;
import io.nncreator.api.network.SubmodelScale;
import io.nncreator.api.training.CrossEntropy;
import io.nncreator.api.training.Loss;
import io.nncreator.api.training.SquaredError;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SubmodelFormulaTest {
  @Test
  void submodelScaleGivesEachSubmodelItsOwnFactors() {
    Map<String, double[]> parameters = Map.of("inputFactor", new double[] {1, -1, 2, 3});
    assertThat(Formulas.layer(new SubmodelScale(2), parameters, 5, 7))
        .containsExactly(5, -7, 10, 21);
  }

  @Test
  void batchEnsembleScalesBeforeAndBehindTheSharedProduct() {
    Map<String, double[]> parameters =
        Map.of(
            "inputFactor", new double[] {1, -1, 2, 3},
            "weight", new double[] {1, 10, 100, 1000},
            "outputFactor", new double[] {1, 2, -1, 0},
            "bias", new double[] {0.5, 0, 0, 7});
    // Submodel 1 sees (5, -7): (-695, -6950). Submodel 2 sees (10, 21): (2110, 21100).
    double[] wanted = {-695 + 0.5, 2 * -6950, -2110, 7};
    assertThat(Formulas.layer(new BatchEnsemble(2, 2), parameters, 5, 7)).containsExactly(wanted);
    assertThat(Formulas.layer(new BatchEnsemble(2, 2), List.of(2, 2), parameters, 5, 7, 5, 7))
        .containsExactly(wanted);
  }

  @Test
  void submodelLinearSharesNothing() {
    Map<String, double[]> parameters =
        Map.of("weight", new double[] {1, 10, -1, 2}, "bias", new double[] {0.25, 4});
    assertThat(Formulas.layer(new SubmodelLinear(1), List.of(2, 2), parameters, 5, 7, 3, 4))
        .containsExactly(75.25, -3 + 8 + 4);
  }

  @Test
  void theLossIsTheMeanOfTheSubmodelsOwn() {
    assertThat(mean(new SquaredError(), Tensor.of(new float[] {1}, 1, 1), 2, 3, 5))
        .isCloseTo((4 + 16) / 2.0, within(1e-12));
    double first = -Math.log(Math.exp(1) / (Math.exp(1) + Math.exp(-2)));
    double second = -Math.log(Math.exp(0.5) / (Math.exp(0.5) + Math.exp(3)));
    Tensor label = Tensor.of(new long[] {0}, 1, 1);
    assertThat(mean(new CrossEntropy(0), label, 2, 1, -2, 0.5, 3))
        .isCloseTo((first + second) / 2, within(1e-12));
  }

  @Test
  void theAnswerToClassesIsTheLogarithmOfTheMeanProbability() {
    double[] outputs = {1, -2, 0.5, 3};
    double first = Math.exp(1) / (Math.exp(1) + Math.exp(-2));
    double second = Math.exp(0.5) / (Math.exp(0.5) + Math.exp(3));
    double mean = (first + second) / 2;
    double[] logs = Formulas.layer(answer(2, 2), Map.of("head.factor", new double[] {1}), outputs);
    assertThat(logs)
        .containsExactly(new double[] {Math.log(mean), Math.log(1 - mean)}, within(1e-12));
    double[] sharper =
        Formulas.layer(answer(2, 2), Map.of("head.factor", new double[] {3}), outputs);
    assertThat(sharper[0]).isCloseTo(3 * Math.log(mean), within(1e-12));
    double[] far =
        Formulas.layer(
            answer(2, 2), Map.of("head.factor", new double[] {1}), 2000, -2000, 2000, -2000);
    assertThat(far).containsExactly(0, -4000);
    assertThat(Formulas.layer(answer(2, 1), Map.of(), 3, 5)).containsExactly(4);
  }

  private static Layer answer(int submodels, int outputs) {
    NetworkSpec body =
        new NetworkSpec(
            "n",
            1,
            List.of(
                new LayerNode("views", new SubmodelScale(submodels), List.of(NetworkSpec.INPUT))),
            null,
            null,
            submodels);
    NetworkAssembly network = new NetworkAssembly(new FeatureLayout(1, List.of()), body, outputs);
    return (graph, inputs) ->
        network.answer(graph, graph.reshapeRows(inputs.get(0), submodels, outputs));
  }

  private static double mean(Loss loss, Tensor target, int submodels, double... outputs) {
    Loss ofEach =
        new Loss() {
          @Override
          public Value lower(GraphBuilder graph, Value rows, Value truth) {
            return loss.lowerMean(
                graph, graph.reshapeRows(rows, submodels, outputs.length / submodels), truth);
          }

          @Override
          public boolean classification() {
            return loss.classification();
          }
        };
    return Formulas.loss(ofEach, target, outputs);
  }
}
