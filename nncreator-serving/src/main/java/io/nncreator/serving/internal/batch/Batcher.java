// SPDX-License-Identifier: Apache-2.0
package io.nncreator.serving.internal.batch;

import io.nncreator.api.error.PredictionException;
import io.nncreator.runtime.NeuralNetwork;
import io.nncreator.runtime.Predictions;
import io.nncreator.serving.internal.metrics.ServingMetrics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * Runs the model. A network that takes microseconds answers on the thread that asks, since handing
 * over would take longer than the answer. Any other runs on one thread of its own, for all requests
 * together that wait when it becomes free; no request ever waits for others to come. Thread-safe.
 */
public final class Batcher implements AutoCloseable {
  private static final double NANO = 1e-9;
  private static final int FEW_ROWS = 4;

  private final NeuralNetwork network;
  private final BlockingQueue<BatchTask> queue;
  private final int mostRows;
  private final ServingMetrics metrics;
  private final Runnable outOfMemory;
  private final RunTimes times = new RunTimes();
  private final Thread thread;
  private volatile boolean closed;

  /**
   * Starts the thread.
   *
   * @param places requests that may wait
   * @param mostRows rows of one run, unless a single request has more
   * @param outOfMemory called when the process should be replaced
   */
  public Batcher(
      NeuralNetwork network,
      int places,
      int mostRows,
      ServingMetrics metrics,
      Runnable outOfMemory) {
    this.network = network;
    this.queue = new ArrayBlockingQueue<>(places);
    this.mostRows = mostRows;
    this.metrics = metrics;
    this.outOfMemory = outOfMemory;
    this.thread = new Thread(this::run, "nncreator-serving-model");
    thread.setDaemon(true);
    thread.start();
  }

  /** Answers rows now, or queues them; returns false if the queue is full. */
  public boolean offer(BatchTask task) {
    if (closed) {
      return false;
    }
    if (times.quick() && task.rows().size() <= FEW_ROWS && queue.isEmpty()) {
      metrics.queue().add(0);
      answer(List.of(task));
      return true;
    }
    return queue.offer(task);
  }

  /** Returns the number of requests that wait. */
  public int depth() {
    return queue.size();
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      work();
    } finally {
      if (!closed) {
        // Without this thread nothing is answered: better a new process than a dumb one.
        outOfMemory.run();
      }
      closed = true;
      IllegalStateException end = new IllegalStateException("The server is closed.");
      queue.forEach(task -> task.failed(end));
    }
  }

  private void work() {
    @Nullable BatchTask next = null;
    while (!closed) {
      try {
        List<BatchTask> tasks = new ArrayList<>();
        next = gather(next == null ? queue.take() : next, tasks);
        long start = System.nanoTime();
        tasks.forEach(task -> metrics.queue().add((start - task.queuedAt()) * NANO));
        answer(tasks);
      } catch (InterruptedException e) {
        break;
      }
    }
    if (next != null) {
      next.failed(new IllegalStateException("The server is closed."));
    }
  }

  /** Takes what waits as far as the rows go together; returns a task that must wait. */
  private @Nullable BatchTask gather(BatchTask first, List<BatchTask> tasks) {
    int rows = 0;
    @Nullable BatchTask task = first;
    while (task != null) {
      int more = task.rows().size();
      if (rows > 0 && rows + more > mostRows) {
        return task;
      }
      if (task.deadline() - System.nanoTime() < 0) {
        task.expired();
      } else {
        tasks.add(task);
        rows += more;
      }
      task = queue.poll();
    }
    return null;
  }

  private void answer(List<BatchTask> tasks) {
    if (tasks.isEmpty()) {
      return;
    }
    try {
      predict(tasks);
    } catch (PredictionException e) {
      if (tasks.size() == 1) {
        tasks.get(0).failed(e);
      } else {
        // One bad row must not fail the requests that came with it.
        tasks.forEach(task -> answer(List.of(task)));
      }
    } catch (OutOfMemoryError e) {
      tasks.forEach(task -> task.failed(e));
      outOfMemory.run();
    } catch (RuntimeException e) {
      tasks.forEach(task -> task.failed(e));
    }
  }

  private static List<? extends Map<String, ?>> rows(List<BatchTask> tasks) {
    if (tasks.size() == 1) {
      return tasks.get(0).rows();
    }
    List<Map<String, ?>> rows = new ArrayList<>();
    tasks.forEach(task -> rows.addAll(task.rows()));
    return rows;
  }

  private void predict(List<BatchTask> tasks) {
    List<? extends Map<String, ?>> rows = rows(tasks);
    long start = System.nanoTime();
    Predictions answers = network.predictAll(rows);
    long nanos = System.nanoTime() - start;
    times.add(nanos, rows.size());
    metrics.inference().add(nanos * NANO);
    metrics.batch().add(rows.size());
    int first = 0;
    for (BatchTask task : tasks) {
      task.answered(answers, first);
      first += task.rows().size();
    }
  }
}
