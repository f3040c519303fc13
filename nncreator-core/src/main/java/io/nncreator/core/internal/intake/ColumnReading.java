// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.intake;

import io.nncreator.runtime.table.RecordScanner;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * Reads the cells of scanned rows on other threads than the one that scans. Each column is read by
 * one thread at a time and in the order of the rows, so the result is the same as with one thread.
 */
final class ColumnReading {
  private static final int MOST_WAITING = 4;

  private final @Nullable Cells[] cells;
  private final CompletableFuture<?>[] readers;
  private final Deque<CompletableFuture<Void>> waiting = new ArrayDeque<>();
  private RowBatch batch;

  ColumnReading(@Nullable Cells[] cells) {
    this.cells = cells;
    int threads = Math.min(cells.length, Runtime.getRuntime().availableProcessors());
    this.readers = new CompletableFuture<?>[threads];
    for (int i = 0; i < threads; i++) {
      readers[i] = CompletableFuture.completedFuture(null);
    }
    this.batch = new RowBatch(cells.length);
  }

  /** Takes the row at which a scanner stands. */
  void row(RecordScanner scanner) {
    batch.add(scanner);
    if (batch.isFull()) {
      hand();
    }
  }

  /** Waits until all rows are read. */
  void finish() {
    if (!batch.isEmpty()) {
      hand();
    }
    while (!waiting.isEmpty()) {
      await(waiting.remove());
    }
  }

  private void hand() {
    RowBatch full = batch;
    batch = new RowBatch(cells.length);
    int step = readers.length;
    for (int i = 0; i < step; i++) {
      int first = i;
      readers[i] = readers[i].thenRunAsync(() -> full.read(cells, first, step));
    }
    waiting.add(CompletableFuture.allOf(readers));
    if (waiting.size() > MOST_WAITING) {
      await(waiting.remove());
    }
  }

  private static void await(CompletableFuture<Void> reading) {
    try {
      reading.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException known) {
        throw known;
      }
      if (e.getCause() instanceof Error fatal) {
        throw fatal;
      }
      throw e;
    }
  }
}
