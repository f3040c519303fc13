// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.selection;

import io.nncreator.api.network.NetworkAssembly;
import io.nncreator.api.spi.ArchitectureGenerator.Candidate;
import io.nncreator.api.task.Metric;
import io.nncreator.api.training.TrainingResult;
import io.nncreator.core.internal.scoring.Predictions;
import io.nncreator.core.internal.scoring.Scorer;

/**
 * A trained candidate with its answers for every row.
 *
 * @param order position of the candidate in the portfolio
 * @param candidate what was trained
 * @param network the candidate between stem and head
 * @param result weights and what became of each member
 * @param outputs raw outputs for the run's rows in their order, each by the member that did not
 *     learn from the row
 * @param predictions the same as answers
 */
@SuppressWarnings("ArrayRecordComponent")
public record Trial(
    int order,
    Candidate candidate,
    NetworkAssembly network,
    TrainingResult result,
    float[] outputs,
    Predictions predictions) {

  /** Returns the metric over all rows. */
  public double score(Metric metric) {
    return Scorer.score(metric, predictions);
  }

  /** Returns the name of the network. */
  public String name() {
    return candidate.network().name();
  }
}
