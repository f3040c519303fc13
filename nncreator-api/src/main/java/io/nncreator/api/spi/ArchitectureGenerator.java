// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.spi;

import io.nncreator.api.data.DataProfile;
import io.nncreator.api.network.FeatureLayout;
import io.nncreator.api.network.NetworkSpec;
import io.nncreator.api.task.TaskSpec;
import io.nncreator.api.training.TrainingRecipe;
import java.util.List;

/** Proposes networks for a task. Thread-safe. */
public interface ArchitectureGenerator extends Provider {
  /** Proposes candidates, the most promising first; at most {@code request.limit()}. */
  List<Candidate> generate(Request request);

  /**
   * What is known.
   *
   * @param task what is to be told
   * @param profile of the data
   * @param layout features that the pipeline gives
   * @param outputs values that the head gives
   * @param trainingRows rows that a member learns from
   * @param limit largest number of candidates
   */
  record Request(
      TaskSpec task,
      DataProfile profile,
      FeatureLayout layout,
      int outputs,
      int trainingRows,
      int limit) {}

  /**
   * A network and how to train it.
   *
   * @param network body
   * @param recipe how to train it
   * @param reason why it is proposed, in plain words
   */
  record Candidate(NetworkSpec network, TrainingRecipe recipe, String reason) {}
}
