// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.network;

import io.nncreator.api.graph.GraphBuilder;
import io.nncreator.api.graph.Value;
import java.util.List;

/**
 * Zeroes elements at random while training; Srivastava et al., JMLR 2014.
 *
 * @param rate probability of zeroing, in [0, 1)
 */
public record Dropout(double rate) implements Layer {
  /** Checks the setting. */
  public Dropout {
    Settings.within("rate", rate, 0, 1);
  }

  @Override
  public Value lower(GraphBuilder graph, List<Value> inputs) {
    return graph.dropout(Settings.only(inputs), rate);
  }
}
