// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.intake;

import io.nncreator.api.data.Dataset;
import io.nncreator.api.data.DateStyle;
import io.nncreator.api.data.Finding;
import io.nncreator.core.internal.intake.sample.RowSample;
import io.nncreator.runtime.table.LocalNumbers;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A table with what only its reader could know.
 *
 * @param dataset the columns
 * @param dateStyles how the points in time of a column were written; none for those that were no
 *     text
 * @param localNumbers how the numbers of a column were written; none for the plain way
 * @param findings cells that could not be read
 * @param sample which rows of a larger table these are, or null if they are all
 */
public record ReadTable(
    Dataset dataset,
    Map<String, DateStyle> dateStyles,
    Map<String, LocalNumbers> localNumbers,
    List<Finding> findings,
    @Nullable RowSample sample) {
  /** Copies the collections. */
  public ReadTable {
    dateStyles = Map.copyOf(dateStyles);
    localNumbers = Map.copyOf(localNumbers);
    findings = List.copyOf(findings);
  }

  /** Creates a table without local numbers. */
  public ReadTable(
      Dataset dataset,
      Map<String, DateStyle> dateStyles,
      List<Finding> findings,
      @Nullable RowSample sample) {
    this(dataset, dateStyles, Map.of(), findings, sample);
  }

  /** Creates a table of all rows. */
  public ReadTable(Dataset dataset, Map<String, DateStyle> dateStyles, List<Finding> findings) {
    this(dataset, dateStyles, findings, null);
  }

  /** Returns the number of rows of the whole table. */
  public long rows() {
    return sample == null ? dataset.rows() : sample.rows();
  }

  /** Returns which rows of the whole table were drawn, rising, from 0; none if all were read. */
  public long[] numbers() {
    return sample == null ? new long[0] : sample.numbers();
  }

  /** Returns a table of which nothing more is known. */
  public static ReadTable of(Dataset dataset) {
    return new ReadTable(dataset, Map.of(), List.of());
  }
}
