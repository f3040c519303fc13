// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.nncreator.api.graph.Weights;
import io.nncreator.api.network.FeatureLayout;
import io.nncreator.api.network.LayerNode;
import io.nncreator.api.network.NetworkAssembly;
import io.nncreator.api.network.NetworkSpec;
import io.nncreator.api.network.SubmodelScale;
import io.nncreator.api.training.Checkpoint;
import io.nncreator.api.training.MemberResult;
import io.nncreator.api.training.TrainingResult;
import io.nncreator.runtime.onnx.EncodedRows;
import io.nncreator.runtime.onnx.NetworkRunner;
import io.nncreator.tck.random.RandomNetworks;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConfidenceTest {
  /** Three of four rows are as the outputs say: sigmoid(2) = 0.88 is too sure of that. */
  @Test
  void findsTheFactorThatFitsTheShareOfHits() {
    int rows = 4_000;
    float[] raw = new float[2 * rows];
    int[] labels = new int[rows];
    for (int row = 0; row < rows; row++) {
      raw[2 * row + 1] = 2;
      labels[row] = row % 4 == 0 ? 0 : 1;
    }
    assertThat(Confidence.factor(raw, labels)).isCloseTo(Math.log(3) / 2, within(1e-2));
  }

  @Test
  void aFewRowsWithoutMistakeDoNotAskForCertainty() {
    float[] raw = {3, 0, 0, 3, 3, 0, 0, 3};
    int[] labels = {0, 1, 0, 1};
    assertThat(Confidence.factor(raw, labels)).isLessThan(1);
  }

  @Test
  void staysInItsBounds() {
    float[] timid = new float[20_000];
    int[] labels = new int[10_000];
    for (int row = 0; row < labels.length; row++) {
      timid[2 * row] = 0.1f;
    }
    assertThat(Confidence.factor(timid, labels)).isCloseTo(5, within(1e-3));
    float[] wrong = new float[20_000];
    for (int row = 0; row < labels.length; row++) {
      wrong[2 * row + 1] = 9;
    }
    assertThat(Confidence.factor(wrong, labels)).isCloseTo(0.2, within(1e-3));
    assertThat(Confidence.factor(new float[0], new int[0])).isEqualTo(1);
  }

  /** Submodels whose probabilities are averaged put out the logarithm of the mean. */
  @Test
  void isExactForSubmodels() {
    NetworkSpec body =
        new NetworkSpec(
            "submodels",
            1,
            List.of(new LayerNode("views", new SubmodelScale(4), List.of(NetworkSpec.INPUT))),
            null,
            null,
            4);
    NetworkAssembly network = new NetworkAssembly(new FeatureLayout(3, List.of()), body, 3);
    Weights weights = new RandomNetworks(5).weights(network, 1);
    EncodedRows rows = new EncodedRows(2, new float[] {1, -2, 3, 0.5f, 4, -1}, new long[0]);
    float[] plain = outputs(network, weights, rows);
    MemberResult member = new MemberResult(MemberResult.Status.COMPLETED, 1, 0.5, plain);
    TrainingResult result =
        new TrainingResult(weights, List.of(member), new Checkpoint(1, Map.of()));
    TrainingResult scaled = Confidence.scaled(network, result, 0.4);
    assertThat(outputs(network, scaled.weights(), rows))
        .containsExactly(scaled.members().get(0).validationOutputs(), within(1e-5f));
  }

  private static float[] outputs(NetworkAssembly network, Weights weights, EncodedRows rows) {
    try (NetworkRunner runner = NetworkRunner.open(network, weights)) {
      return runner.run(rows)[0];
    }
  }
}
