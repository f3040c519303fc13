// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.intake;

import io.nncreator.api.data.Column;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A growing column of texts in which frequent values share one string. */
final class TextCells implements Cells {
  private static final int LEAST_POOL = 1 << 6;
  private static final int MOST_POOL = 1 << 14;

  private String[] pool = new String[LEAST_POOL];
  private int misses;
  private @Nullable String[] cells = new @Nullable String[64];
  private int size;

  TextCells() {
    Arrays.fill(pool, "");
  }

  @Override
  public void add(char[] text, int start, int end) {
    int hash = 0;
    for (int i = start; i < end; i++) {
      hash = 31 * hash + text[i];
    }
    int slot = (hash ^ (hash >>> 16)) & (pool.length - 1);
    String pooled = pool[slot];
    if (!same(pooled, text, start, end)) {
      pooled = new String(text, start, end - start);
      pool[slot] = pooled;
      if (++misses > pool.length && pool.length < MOST_POOL) {
        grow();
      }
    }
    add(pooled);
  }

  /** Makes room for more values; those seen so far are forgotten once. */
  private void grow() {
    pool = new String[pool.length * 4];
    Arrays.fill(pool, "");
    misses = 0;
  }

  @Override
  public void addMissing() {
    add(null);
  }

  void add(@Nullable String cell) {
    if (size == cells.length) {
      cells = Arrays.copyOf(cells, size + (size >> 1));
    }
    cells[size++] = cell;
  }

  int size() {
    return size;
  }

  Column.Texts column(String name) {
    return new Column.Texts(name, Arrays.copyOf(cells, size));
  }

  private static boolean same(String pooled, char[] text, int start, int end) {
    if (pooled.length() != end - start) {
      return false;
    }
    for (int i = start; i < end; i++) {
      if (pooled.charAt(i - start) != text[i]) {
        return false;
      }
    }
    return true;
  }
}
