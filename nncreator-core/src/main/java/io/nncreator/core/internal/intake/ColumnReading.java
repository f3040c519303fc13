// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.intake;

import io.nncreator.runtime.table.RecordScanner;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * Reads the cells of scanned rows on all processors. Each column is read by one thread at a time
 * and in the order of the rows, so the result is the same as with one thread. The thread that scans
 * reads half as many columns as each of the others.
 */
final class ColumnReading implements AutoCloseable {
  private static final int MOST_WAITING = 4;

  private final @Nullable Cells[] cells;
  private final CompletableFuture<?>[] readers;
  private final Deque<CompletableFuture<Void>> waiting = new ArrayDeque<>();
  private final Deque<RowBatch> batches = new ArrayDeque<>();
  private final ExecutorService threads;
  private RowBatch batch;

  ColumnReading(@Nullable Cells[] cells) {
    this.cells = cells;
    int others = Math.min(cells.length, Runtime.getRuntime().availableProcessors()) - 1;
    this.readers = new CompletableFuture<?>[others];
    for (int i = 0; i < others; i++) {
      readers[i] = CompletableFuture.completedFuture(null);
    }
    this.batch = new RowBatch(cells.length);
    this.threads = Executors.newCachedThreadPool(ColumnReading::daemon);
  }

  /** Takes the row at which a scanner stands. */
  void row(RecordScanner scanner) {
    if (batch.holdsLines()) {
      hand();
    }
    batch.add(scanner);
    if (batch.isFull()) {
      hand();
    }
  }

  /** Takes rows of ASCII, one to a line, without quotes and carriage returns. */
  void plainRows(byte[] lines, char delimiter) {
    if (!batch.isEmpty() && !batch.holdsLines()) {
      hand();
    }
    batch.addLines(lines, delimiter);
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

  @Override
  public void close() {
    threads.shutdown();
  }

  private void hand() {
    RowBatch full = batch;
    int parts = 2 * readers.length + 1;
    for (int i = 0; i < readers.length; i++) {
      int part = 2 * i + 1;
      readers[i] =
          readers[i].thenRunAsync(
              () -> {
                full.read(cells, part, parts);
                full.read(cells, part + 1, parts);
              },
              threads);
    }
    full.read(cells, 0, parts);
    waiting.add(CompletableFuture.allOf(readers));
    batches.add(full);
    if (waiting.size() > MOST_WAITING) {
      await(waiting.remove());
      batch = batches.remove();
      batch.clear();
    } else {
      batch = new RowBatch(cells.length);
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "nncreator-reading");
    thread.setDaemon(true);
    return thread;
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
