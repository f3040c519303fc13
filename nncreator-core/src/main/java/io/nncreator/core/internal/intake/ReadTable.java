// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.intake;

import io.nncreator.api.data.Dataset;
import io.nncreator.api.data.DateStyle;
import io.nncreator.api.data.Finding;
import java.util.List;
import java.util.Map;

/**
 * A table with what only its reader could know.
 *
 * @param dataset the columns
 * @param dateStyles how the points in time of a column were written; none for those that were no
 *     text
 * @param findings cells that could not be read
 */
public record ReadTable(
    Dataset dataset, Map<String, DateStyle> dateStyles, List<Finding> findings) {
  /** Copies the collections. */
  public ReadTable {
    dateStyles = Map.copyOf(dateStyles);
    findings = List.copyOf(findings);
  }

  /** Returns a table of which nothing more is known. */
  public static ReadTable of(Dataset dataset) {
    return new ReadTable(dataset, Map.of(), List.of());
  }
}
