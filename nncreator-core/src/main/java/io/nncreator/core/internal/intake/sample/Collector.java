// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.intake.sample;

import io.nncreator.core.internal.intake.sample.BlockScan.Found;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Gathers what was found in blocks, in any order, and keeps the rows with the lowest keys. A bound
 * on the keys, halved whenever too much is held, saves memory; which rows are drawn in the end does
 * not depend on when that happens. Thread-safe.
 */
final class Collector {
  /** Bytes of rows that are held; of longer rows fewer are drawn. */
  private static final long MOST_BYTES = 512L << 20;

  private final int most;
  private final TreeMap<Integer, Found> blocks = new TreeMap<>();
  private long bound;
  private long rows;
  private long bytes;

  /**
   * Creates a collector.
   *
   * @param bound on the keys from the start; if it was too low, too few rows are drawn
   */
  Collector(int most, long bound) {
    this.most = most;
    this.bound = bound;
  }

  /** Returns the bound at or above which keys are of no use. */
  synchronized long bound() {
    return bound;
  }

  synchronized void add(Found found) {
    put(found.thinned(bound));
    while (bytes > MOST_BYTES || rows > 2L * most) {
      if (bytes <= MOST_BYTES && below(bound / 2) < most) {
        return;
      }
      bound /= 2;
      List<Found> all = new ArrayList<>(blocks.values());
      rows = 0;
      bytes = 0;
      all.forEach(each -> put(each.thinned(bound)));
    }
  }

  private void put(Found found) {
    blocks.put(found.block(), found);
    rows += found.picked().keys().length;
    bytes += found.picked().bytes().length;
  }

  private long below(long limit) {
    return blocks.values().stream().mapToLong(found -> found.picked().below(limit)).sum();
  }

  /** Returns all blocks in their order, with the rows that are drawn. */
  synchronized List<Found> drawn() {
    long[] keys = new long[(int) rows];
    int size = 0;
    for (Found found : blocks.values()) {
      long[] more = found.picked().keys();
      System.arraycopy(more, 0, keys, size, more.length);
      size += more.length;
    }
    if (size <= most) {
      return List.copyOf(blocks.values());
    }
    long limit = LowestKeys.limit(keys, most, bound);
    return blocks.values().parallelStream().map(found -> found.thinned(limit)).toList();
  }
}
