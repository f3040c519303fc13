// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.selection;

import io.nncreator.api.graph.Weights;
import io.nncreator.api.network.Ensemble;
import io.nncreator.api.training.TrainingRecipe;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a run delivers: the average of some trials.
 *
 * @param parts at least one, the largest share first
 */
public record Champion(List<Part> parts) {
  /**
   * A trial in it.
   *
   * @param trial that was trained
   * @param share of the average, in (0, 1]
   */
  public record Part(Trial trial, double share) {}

  /** Copies the parts. */
  public Champion {
    parts = List.copyOf(parts);
  }

  /** Returns a single trial as a champion. */
  public static Champion of(Trial trial) {
    return new Champion(List.of(new Part(trial, 1)));
  }

  /** Returns the networks with their shares. */
  public Ensemble networks() {
    return new Ensemble(
        parts.stream()
            .map(part -> new Ensemble.Part(part.trial().network(), part.share()))
            .toList());
  }

  /** Returns the weights of all networks. */
  public Weights weights() {
    return networks().join(trials().stream().map(trial -> trial.result().weights()).toList());
  }

  /** Returns the averaged raw outputs for the run's rows. */
  float[] outputs() {
    float[] mean = new float[parts.get(0).trial().outputs().length];
    for (Part part : parts) {
      float[] outputs = part.trial().outputs();
      for (int i = 0; i < mean.length; i++) {
        mean[i] += (float) (part.share() * outputs[i]);
      }
    }
    return mean;
  }

  /** Returns how each network was trained. */
  public List<TrainingRecipe> recipes() {
    return trials().stream().map(trial -> trial.candidate().recipe()).toList();
  }

  /** Returns the trials. */
  public List<Trial> trials() {
    return parts.stream().map(Part::trial).toList();
  }

  /** Returns whether a candidate has a part in it. */
  public boolean contains(Trial trial) {
    return parts.stream().anyMatch(part -> part.trial().order() == trial.order());
  }

  /** Returns the names of the networks. */
  public String name() {
    return trials().stream().map(Trial::name).collect(Collectors.joining(" + "));
  }
}
