// SPDX-License-Identifier: Apache-2.0
package io.nncreator.serving.internal.request;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a request, not yet looked at by the network.
 *
 * @param cells column to cell, for each row
 */
public record Rows(List<Map<String, @Nullable Object>> cells) {
  /** Returns how many there are. */
  public int size() {
    return cells.size();
  }
}
