// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.profile;

import io.nncreator.api.data.Column;
import io.nncreator.api.data.ColumnProfile;
import io.nncreator.api.data.DataProfile;
import io.nncreator.api.data.Dataset;
import io.nncreator.api.data.Finding;
import io.nncreator.core.internal.intake.ReadTable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;

/** Profiles tables. The rules are in {@code docs/data.md}. Thread-safe. */
public final class DataProfiler {

  /** Profiles a table as it was read; the counts are those of the whole table. */
  public DataProfile profile(ReadTable table) {
    Dataset dataset = table.dataset();
    Extent extent = Extent.of(table);
    // In the pool of the parallel stream, so that no more threads run than there are processors.
    ForkJoinTask<Long> counting =
        ForkJoinPool.commonPool().submit(() -> DuplicateRows.of(dataset).count(extent));
    List<ColumnProfile> columns =
        dataset.columns().parallelStream().map(column -> profile(table, column, extent)).toList();
    long duplicates = counting.join();
    List<Finding> findings = new ArrayList<>(table.findings());
    findings.addAll(new TableFindings(dataset, columns, duplicates, extent.rows()).list());
    return new DataProfile(extent.rows(), columns, duplicates, findings);
  }

  private static ColumnProfile profile(ReadTable table, Column column, Extent extent) {
    return column instanceof Column.Numbers numbers
        ? new NumbersProfiler(numbers, table.dateStyles().get(column.name()), extent).profile()
        : new TextsProfiler((Column.Texts) column, extent).profile();
  }

  /** Profiles a table of which only the columns are known. */
  public DataProfile profile(Dataset dataset) {
    return profile(ReadTable.of(dataset));
  }

  /**
   * Looks at a table with one of its columns as the target: classes of very different sizes,
   * classes of too few rows, and columns that nearly give the target away.
   *
   * @throws io.nncreator.api.error.DataException if there is no such column, or if it has fewer
   *     than two different values
   */
  public List<Finding> inspectTarget(Dataset dataset, DataProfile profile, String target) {
    TargetValues values = TargetValues.of(dataset.column(target));
    List<Finding> findings = new ArrayList<>(TargetFindings.list(values));
    findings.addAll(new LeakSearch(dataset, profile, values).suspects());
    return findings;
  }
}
