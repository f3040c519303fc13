// SPDX-License-Identifier: Apache-2.0
package io.nncreator.benchmarks.quality;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * A division of rows by chance.
 *
 * @param train row numbers to learn from
 * @param test row numbers to be judged by
 */
record RandomSplit(List<Integer> train, List<Integer> test) {
  private static final double TEST_SHARE = 0.2;

  /**
   * Divides rows so that each stratum has the same share on both sides, as far as it can.
   *
   * @param strata of each row; equal texts stay in proportion
   */
  static RandomSplit of(List<String> strata, long seed) {
    Map<String, List<Integer>> rows = new TreeMap<>();
    for (int row = 0; row < strata.size(); row++) {
      rows.computeIfAbsent(strata.get(row), stratum -> new ArrayList<>()).add(row);
    }
    Random random = new Random(seed);
    List<Integer> train = new ArrayList<>();
    List<Integer> test = new ArrayList<>();
    double owed = 0;
    for (List<Integer> stratum : rows.values()) {
      Collections.shuffle(stratum, random);
      owed += stratum.size() * TEST_SHARE;
      int taken = Math.min(stratum.size(), (int) Math.round(owed));
      owed -= taken;
      test.addAll(stratum.subList(0, taken));
      train.addAll(stratum.subList(taken, stratum.size()));
    }
    Collections.sort(train);
    Collections.sort(test);
    return new RandomSplit(train, test);
  }
}
