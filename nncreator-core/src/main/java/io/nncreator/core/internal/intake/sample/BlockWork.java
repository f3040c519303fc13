// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.intake.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Scans blocks on as many threads as there are processors, the calling one among them. */
final class BlockWork {
  private final BlockCutter cutter;
  private final Collector collector;
  private final Supplier<BlockScan> scans;
  private volatile boolean over;

  BlockWork(BlockCutter cutter, Collector collector, Supplier<BlockScan> scans) {
    this.cutter = cutter;
    this.collector = collector;
    this.scans = scans;
  }

  /** Scans all blocks. */
  void run() throws IOException {
    int others = Runtime.getRuntime().availableProcessors() - 1;
    ExecutorService threads = Executors.newCachedThreadPool(BlockWork::daemon);
    try {
      Callable<@Nullable Void> work =
          () -> {
            scan();
            return null;
          };
      List<Future<@Nullable Void>> running = new ArrayList<>();
      for (int i = 0; i < others; i++) {
        running.add(threads.submit(work));
      }
      scan();
      for (Future<@Nullable Void> each : running) {
        await(each);
      }
    } finally {
      over = true;
      threads.shutdown();
    }
  }

  private void scan() throws IOException {
    BlockScan scan = scans.get();
    Block block = new Block();
    try {
      while (!over && fill(block)) {
        collector.add(scan.scan(block, collector.bound()));
      }
    } finally {
      // Without more blocks, or with an error, the others need not go on.
      over = true;
    }
  }

  private boolean fill(Block block) throws IOException {
    synchronized (cutter) {
      return cutter.fill(block);
    }
  }

  private static void await(Future<?> work) throws IOException {
    try {
      work.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("The reading was interrupted.", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException known) {
        throw known;
      }
      if (e.getCause() instanceof RuntimeException known) {
        throw known;
      }
      throw new UncheckedIOException(new IOException(e.getCause()));
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "nncreator-reading");
    thread.setDaemon(true);
    return thread;
  }
}
