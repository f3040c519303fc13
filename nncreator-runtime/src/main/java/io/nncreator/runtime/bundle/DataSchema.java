// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.bundle;

import java.util.List;

/**
 * The raw columns that a network was trained on.
 *
 * @param columns the ones that a row to predict must have, in their order
 * @param target the one that is told
 */
public record DataSchema(List<ColumnSchema> columns, ColumnSchema target) {
  /** Copies the columns. */
  public DataSchema {
    columns = List.copyOf(columns);
  }
}
