// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.training;

import io.nncreator.api.graph.GraphBuilder;
import io.nncreator.api.graph.Op.BinaryKind;
import io.nncreator.api.graph.Op.UnaryKind;
import io.nncreator.api.graph.Value;

/**
 * Quadratic near zero, linear beyond: less pull from outliers (Huber, 1964).
 *
 * @param delta where it turns linear, in units of the standardised target, positive
 */
public record Huber(double delta) implements Loss {
  /** Checks the setting. */
  public Huber {
    if (!(delta > 0 && Double.isFinite(delta))) {
      throw new IllegalArgumentException("The setting delta (" + delta + ") must be positive.");
    }
  }

  @Override
  public Value lower(GraphBuilder graph, Value outputs, Value target) {
    Value distance = graph.unary(UnaryKind.ABS, graph.binary(BinaryKind.SUB, outputs, target));
    Value near = graph.binary(BinaryKind.MIN, distance, graph.scalarLike(distance, delta));
    Value squared = graph.binary(BinaryKind.MUL, near, near);
    Value far = graph.binary(BinaryKind.SUB, distance, near);
    return graph.binary(
        BinaryKind.ADD,
        graph.binary(BinaryKind.MUL, squared, graph.scalarLike(squared, 0.5)),
        graph.binary(BinaryKind.MUL, far, graph.scalarLike(far, delta)));
  }

  @Override
  public boolean classification() {
    return false;
  }
}
