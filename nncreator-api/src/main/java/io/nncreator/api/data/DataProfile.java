// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.data;

import java.util.List;
import java.util.Optional;

/**
 * What a table holds.
 *
 * @param rows number of rows
 * @param columns one profile per column, in order
 * @param duplicateRows rows that stand more than once, the first ones not counted
 * @param findings what is worth knowing, each with its reason
 */
public record DataProfile(
    long rows, List<ColumnProfile> columns, long duplicateRows, List<Finding> findings) {
  /** Copies the lists. */
  public DataProfile {
    columns = List.copyOf(columns);
    findings = List.copyOf(findings);
  }

  /** Returns the profile of a column. */
  public Optional<ColumnProfile> column(String name) {
    for (ColumnProfile column : columns) {
      if (column.name().equals(name)) {
        return Optional.of(column);
      }
    }
    return Optional.empty();
  }
}
