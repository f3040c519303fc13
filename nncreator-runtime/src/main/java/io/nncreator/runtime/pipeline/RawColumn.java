// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.pipeline;

import java.util.Objects;

/**
 * A column as it stands in the user's table.
 *
 * @param name as in the source, not empty
 * @param type the form of its cells
 */
public record RawColumn(String name, RawType type) {
  /** Checks that there is a name. */
  public RawColumn {
    Objects.requireNonNull(type, "type");
    if (name.isEmpty()) {
      throw new IllegalArgumentException("A raw column needs a name.");
    }
  }
}
