// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.planning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A division of rows into folds of nearly equal size; each row is in exactly one. Immutable.
 *
 * @param of for every row the number of its fold, from 0
 * @param count number of folds, at least 2
 */
@SuppressWarnings("ArrayRecordComponent")
public record Folds(int[] of, int count) {

  /**
   * Deals rows out at random, each class and each group as evenly as it goes.
   *
   * @param strata class of every row; all 0 when there is nothing to balance
   * @param count number of folds, from 2 to the number of rows
   */
  public static Folds stratified(int[] strata, int count, long seed) {
    if (count < 2 || count > strata.length) {
      throw new IllegalArgumentException(
          "The number of folds ("
              + count
              + ") must be from 2 to the rows ("
              + strata.length
              + ").");
    }
    int[] order = shuffled(strata.length, seed);
    // Where the next row of each stratum stands when the shuffled rows are sorted by stratum.
    int[] position = new int[Arrays.stream(strata).max().orElse(0) + 2];
    for (int stratum : strata) {
      position[stratum + 1]++;
    }
    Arrays.parallelPrefix(position, Integer::sum);
    int[] folds = new int[strata.length];
    for (int row : order) {
      folds[row] = position[strata[row]]++ % count;
    }
    return new Folds(folds, count);
  }

  /** Deals whole groups out at random, the next one always to the smallest fold. */
  public static Folds grouped(int[] groups, int count, long seed) {
    int groupCount = Arrays.stream(groups).max().orElse(0) + 1;
    int[] sizes = new int[groupCount];
    for (int group : groups) {
      sizes[group]++;
    }
    int[] loads = new int[count];
    int[] foldOfGroup = new int[groupCount];
    for (int group : shuffled(groupCount, seed)) {
      int smallest = 0;
      for (int fold = 1; fold < count; fold++) {
        smallest = loads[fold] < loads[smallest] ? fold : smallest;
      }
      foldOfGroup[group] = smallest;
      loads[smallest] += sizes[group];
    }
    return new Folds(Arrays.stream(groups).map(group -> foldOfGroup[group]).toArray(), count);
  }

  /** Cuts ordered rows into consecutive blocks. */
  public static Folds consecutive(int[] rank, int count) {
    int[] folds = new int[rank.length];
    for (int row = 0; row < rank.length; row++) {
      folds[row] = (int) ((long) rank[row] * count / rank.length);
    }
    return new Folds(folds, count);
  }

  /** Returns the rows of a fold in ascending order. */
  public int[] inside(int fold) {
    return rows(fold, true);
  }

  /** Returns all other rows in ascending order. */
  public int[] outside(int fold) {
    return rows(fold, false);
  }

  private int[] rows(int fold, boolean inside) {
    List<Integer> rows = new ArrayList<>();
    for (int row = 0; row < of.length; row++) {
      if ((of[row] == fold) == inside) {
        rows.add(row);
      }
    }
    return rows.stream().mapToInt(Integer::intValue).toArray();
  }

  private static int[] shuffled(int size, long seed) {
    int[] order = new int[size];
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < size; i++) {
      int j = random.nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    return order;
  }
}
