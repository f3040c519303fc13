// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.training;

import io.nncreator.api.network.NetworkAssembly;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One network to be trained in K members at once.
 *
 * @param network what to train
 * @param recipe how
 * @param rows on what
 * @param members which rows each member sees; at least one
 * @param checkpoint state of an earlier, stopped run of the same request to go on from, or null
 */
public record TrainingRequest(
    NetworkAssembly network,
    TrainingRecipe recipe,
    TrainingRows rows,
    List<Member> members,
    @Nullable Checkpoint checkpoint) {
  /** Copies the members and checks that the parts fit each other. */
  public TrainingRequest {
    members = List.copyOf(members);
    if (members.isEmpty()) {
      throw new IllegalArgumentException("A training needs at least one member.");
    }
    if (!network.layout().equals(rows.layout())) {
      throw new IllegalArgumentException(
          "The network takes " + network.layout() + ", the rows have " + rows.layout() + ".");
    }
    if (recipe.loss().classification() != rows.classification()) {
      throw new IllegalArgumentException(
          "The loss (" + recipe.loss() + ") does not fit the kind of target.");
    }
  }
}
