// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.profile;

import io.nncreator.api.data.Column;
import io.nncreator.api.data.ColumnProfile.Level;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How often each text stands in a column. */
final class LevelCounts {
  /** Different texts beyond this number are not told apart any more. */
  static final int MOST_COUNTED = 1 << 20;

  /** Levels that a profile lists. */
  static final int MOST_LISTED = 50;

  private final Map<String, Count> counts = new HashMap<>();
  private long present;

  LevelCounts(Column.Texts column) {
    for (@Nullable String cell : column.cells()) {
      if (cell != null) {
        present++;
        @Nullable Count count = counts.get(cell);
        if (count != null) {
          count.rows++;
        } else if (counts.size() < MOST_COUNTED) {
          counts.put(cell, new Count());
        }
      }
    }
  }

  long present() {
    return present;
  }

  long distinct() {
    return counts.size();
  }

  Iterable<String> values() {
    return counts.keySet();
  }

  /** Returns the number of different texts that stand in one row. */
  long once() {
    return counts.values().stream().filter(count -> count.rows == 1).count();
  }

  /**
   * Returns the most frequent levels, those of equal frequency by name, with their counts in the
   * whole table.
   */
  List<Level> top(Extent extent) {
    return counts.entrySet().stream()
        .map(entry -> new Level(entry.getKey(), extent.rows(entry.getValue().rows)))
        .sorted(Comparator.comparingLong(Level::count).reversed().thenComparing(Level::value))
        .limit(MOST_LISTED)
        .toList();
  }

  private static final class Count {
    private long rows = 1;
  }
}
