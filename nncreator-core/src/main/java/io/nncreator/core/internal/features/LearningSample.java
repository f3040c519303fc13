// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.features;

import io.nncreator.api.data.Column;
import io.nncreator.api.data.Dataset;
import io.nncreator.api.task.TaskSpec;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Draws the rows to learn from where a table has more than its time limit allows to visit: each
 * class in its share, but small classes in larger ones, so that none is lost.
 */
public final class LearningSample {
  /** So many rows are always learnt from. */
  static final int LEAST_ROWS = 50_000;

  /** Rows per second of training: each is visited by several networks, some ten times. */
  static final int ROWS_PER_SECOND = 5_000;

  /** Cells that encoded rows, their folds and the engine hold in memory with ease. */
  static final long MOST_CELLS = 60_000_000;

  private static final int LEAST_OF_CLASS = 100;

  private LearningSample() {}

  /**
   * Returns the most rows that are learnt from.
   *
   * @param training time for all trainings
   * @param columns of the table
   */
  public static int most(Duration training, int columns) {
    return (int) Math.max(1_000, Math.min(inTime(training), MOST_CELLS / columns));
  }

  /** Returns the most rows that networks visit in a time, wherever the rows are held. */
  public static long inTime(Duration training) {
    return Math.max(LEAST_ROWS, training.toSeconds() * ROWS_PER_SECOND);
  }

  /** Returns the rows whose target is known, or a sample of them in their order. */
  public static Dataset of(Dataset data, TaskSpec task, int most, long seed) {
    if (data.rows() <= most) {
      return data;
    }
    int[] classes = classes(data.column(task.target().value()), task);
    long[] left = new long[Arrays.stream(classes).max().orElse(0) + 1];
    long known = 0;
    for (int index : classes) {
      if (index >= 0) {
        left[index]++;
        known++;
      }
    }
    if (known <= most) {
      return data;
    }
    long[] wanted = quotas(left, known, most);
    int[] rows = new int[(int) Arrays.stream(wanted).sum()];
    SplittableRandom random = new SplittableRandom(seed);
    int size = 0;
    for (int row = 0; row < classes.length; row++) {
      int index = classes[row];
      // Selection sampling, algorithm S in Knuth, The Art of Computer Programming, 3.4.2.
      if (index >= 0 && random.nextLong(left[index]--) < wanted[index]) {
        wanted[index]--;
        rows[size++] = row;
      }
    }
    return data.select(rows);
  }

  private static long[] quotas(long[] counts, long known, int most) {
    long least = Math.max(2, Math.min(LEAST_OF_CLASS, most / counts.length));
    return Arrays.stream(counts)
        .map(count -> Math.max(Math.min(count, least), count * most / known))
        .toArray();
  }

  /** Returns the class of each row, 0 for every number; -1 = missing. */
  private static int[] classes(Column target, TaskSpec task) {
    boolean classification = task.objective().value().classification();
    Map<Object, Integer> indices = new HashMap<>();
    int[] classes = new int[target.size()];
    for (int row = 0; row < classes.length; row++) {
      if (target.missing(row)) {
        classes[row] = -1;
      } else if (classification) {
        Object key =
            target instanceof Column.Numbers numbers
                ? (Object) numbers.cells()[row]
                : ClassName.of(target, row);
        Integer index = indices.putIfAbsent(key, indices.size());
        classes[row] = index == null ? indices.size() - 1 : index;
      }
    }
    return classes;
  }
}
