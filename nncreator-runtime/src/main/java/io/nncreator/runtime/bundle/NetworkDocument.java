// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.bundle;

import io.nncreator.api.network.NetworkAssembly;
import io.nncreator.api.training.TrainingRecipe;

/** The content of {@code network.json}. */
record NetworkDocument(NetworkAssembly network, TrainingRecipe recipe) {}
