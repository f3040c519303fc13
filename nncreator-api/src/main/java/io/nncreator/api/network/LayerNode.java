// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.network;

import java.util.List;

/**
 * One layer in its place in a network.
 *
 * @param id unique in the network: a lower-case letter, then letters, digits or underscores
 * @param layer what it does
 * @param inputs ids of earlier nodes, or {@link NetworkSpec#INPUT}
 */
public record LayerNode(String id, Layer layer, List<String> inputs) {
  /** Copies the inputs. */
  public LayerNode {
    inputs = List.copyOf(inputs);
  }
}
