// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.graph;

import java.util.List;

/**
 * One operation applied to earlier values.
 *
 * @param output the value that it defines
 * @param op operation
 * @param inputs operands, in the order that the operation states
 */
public record Node(Value output, Op op, List<Value> inputs) {
  /** Copies the operands. */
  public Node {
    inputs = List.copyOf(inputs);
  }
}
