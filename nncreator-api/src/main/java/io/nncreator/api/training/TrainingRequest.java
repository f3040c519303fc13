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
 * @param chunks further rows, from all of which every member learns beside its own, or null; only
 *     for trainers with {@link io.nncreator.api.spi.Trainer.Capability#CHUNKS}
 */
public record TrainingRequest(
    NetworkAssembly network,
    TrainingRecipe recipe,
    TrainingRows rows,
    List<Member> members,
    @Nullable Checkpoint checkpoint,
    @Nullable RowChunks chunks) {
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
    if (!rows.classification() && network.outputs() != 1) {
      throw new IllegalArgumentException(
          "A network for values has 1 output, got " + network.outputs() + ".");
    }
    for (int label : rows.labels()) {
      requireBelow("label", label, network.outputs());
    }
    for (Member member : members) {
      for (int row : member.trainingRows()) {
        requireBelow("training row", row, rows.rows());
      }
      for (int row : member.validationRows()) {
        requireBelow("validation row", row, rows.rows());
      }
    }
  }

  /** A request to learn from rows in memory alone. */
  public TrainingRequest(
      NetworkAssembly network,
      TrainingRecipe recipe,
      TrainingRows rows,
      List<Member> members,
      @Nullable Checkpoint checkpoint) {
    this(network, recipe, rows, members, checkpoint, null);
  }

  private static void requireBelow(String what, int value, int limit) {
    if (value < 0 || value >= limit) {
      throw new IllegalArgumentException(
          "The " + what + " " + value + " must be at least 0 and below " + limit + ".");
    }
  }
}
