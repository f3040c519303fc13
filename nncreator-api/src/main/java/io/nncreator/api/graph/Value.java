// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.graph;

/**
 * A reference to the result of one node.
 *
 * @param id position of the node in its graph
 * @param type static type
 */
public record Value(int id, TensorType type) {
  /** Returns the shape for one member. */
  public Shape shape() {
    return type.shape();
  }
}
