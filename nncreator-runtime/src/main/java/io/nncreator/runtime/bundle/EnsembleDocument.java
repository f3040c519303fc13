// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.bundle;

import io.nncreator.api.network.Ensemble;
import io.nncreator.api.network.NetworkAssembly;
import io.nncreator.api.training.TrainingRecipe;
import java.util.ArrayList;
import java.util.List;

/**
 * The content of {@code network.json} since format 2.
 *
 * @param networks whose raw outputs are averaged
 */
record EnsembleDocument(List<Part> networks) {
  EnsembleDocument {
    networks = List.copyOf(networks);
  }

  /**
   * One of the networks.
   *
   * @param network from features to raw outputs
   * @param share of the average
   * @param recipe how it was trained
   */
  record Part(NetworkAssembly network, double share, TrainingRecipe recipe) {}

  static EnsembleDocument of(Ensemble networks, List<TrainingRecipe> recipes) {
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < recipes.size(); i++) {
      Ensemble.Part part = networks.parts().get(i);
      parts.add(new Part(part.network(), part.share(), recipes.get(i)));
    }
    return new EnsembleDocument(parts);
  }

  Ensemble ensemble() {
    return new Ensemble(
        networks.stream().map(part -> new Ensemble.Part(part.network(), part.share())).toList());
  }

  List<TrainingRecipe> recipes() {
    return networks.stream().map(Part::recipe).toList();
  }
}
