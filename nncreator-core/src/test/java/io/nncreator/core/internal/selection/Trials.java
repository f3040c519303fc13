// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.selection;

import io.nncreator.api.graph.Weights;
import io.nncreator.api.network.FeatureLayout;
import io.nncreator.api.network.NetworkAssembly;
import io.nncreator.api.network.NetworkSpec;
import io.nncreator.api.spi.ArchitectureGenerator.Candidate;
import io.nncreator.api.training.AdamW;
import io.nncreator.api.training.Checkpoint;
import io.nncreator.api.training.Cosine;
import io.nncreator.api.training.SquaredError;
import io.nncreator.api.training.TrainingRecipe;
import io.nncreator.api.training.TrainingResult;
import io.nncreator.core.internal.scoring.Predictions;
import java.util.List;
import java.util.Map;

/** Trials that were never trained, with given answers. */
final class Trials {
  private Trials() {}

  static Trial of(int order, double[] answers, double[] truth) {
    NetworkSpec network = new NetworkSpec("net" + order, 4, List.of());
    TrainingRecipe recipe =
        new TrainingRecipe(new SquaredError(), new AdamW(0), new Cosine(0), 1e-3, 8, 1, 0, 0);
    float[] outputs = new float[answers.length];
    for (int i = 0; i < outputs.length; i++) {
      outputs[i] = (float) answers[i];
    }
    return new Trial(
        order,
        new Candidate(network, recipe, "test"),
        new NetworkAssembly(new FeatureLayout(1, List.of()), network, 1),
        new TrainingResult(new Weights(1, Map.of()), List.of(), new Checkpoint(0, Map.of())),
        outputs,
        Predictions.values(answers, truth));
  }
}
