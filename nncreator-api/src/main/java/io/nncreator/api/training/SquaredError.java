// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.training;

import io.nncreator.api.graph.GraphBuilder;
import io.nncreator.api.graph.Op.BinaryKind;
import io.nncreator.api.graph.Value;

/** The square of the difference. */
public record SquaredError() implements Loss {
  @Override
  public Value lower(GraphBuilder graph, Value outputs, Value target) {
    Value difference = graph.binary(BinaryKind.SUB, outputs, target);
    return graph.binary(BinaryKind.MUL, difference, difference);
  }

  @Override
  public boolean classification() {
    return false;
  }
}
