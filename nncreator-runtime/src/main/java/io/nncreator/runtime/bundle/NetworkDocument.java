// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.bundle;

import io.nncreator.api.network.NetworkAssembly;
import io.nncreator.api.training.TrainingRecipe;
import java.util.List;

/**
 * The content of {@code network.json} in format 1: a single network.
 *
 * @param network from features to raw outputs
 * @param recipe how it was trained
 */
record NetworkDocument(NetworkAssembly network, TrainingRecipe recipe) {
  EnsembleDocument asEnsemble() {
    return new EnsembleDocument(List.of(new EnsembleDocument.Part(network, 1, recipe)));
  }
}
