// SPDX-License-Identifier: Apache-2.0
package io.nncreator.serving.internal.metrics;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;

/** What a server counts; durations are in seconds. Thread-safe. */
public final class ServingMetrics {
  private static final int MOST_LABELS = 100;
  private static final double[] SECONDS = {
    0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10
  };

  private final CounterFamily requests =
      new CounterFamily("nncreator_requests_total", "code", MOST_LABELS);
  private final CounterFamily rejected =
      new CounterFamily("nncreator_rejected_total", "reason", MOST_LABELS);
  private final CounterFamily classes =
      new CounterFamily("nncreator_prediction_class_total", "class", MOST_LABELS);
  private final CounterFamily missing =
      new CounterFamily("nncreator_input_missing_total", "feature", MOST_LABELS);
  private final Histogram request = new Histogram(SECONDS);
  private final Histogram queue = new Histogram(SECONDS);
  private final Histogram inference = new Histogram(SECONDS);
  private final Histogram batch = new Histogram(1, 2, 4, 8, 16, 32, 64, 128, 256, 1024, 4096);

  /** Returns the requests by HTTP status. */
  public CounterFamily requests() {
    return requests;
  }

  /** Returns the refused requests by reason. */
  public CounterFamily rejected() {
    return rejected;
  }

  /** Returns the answers by class. */
  public CounterFamily classes() {
    return classes;
  }

  /** Returns the missing cells by column. */
  public CounterFamily missing() {
    return missing;
  }

  /** Returns the seconds from the head of a request to its answer. */
  public Histogram request() {
    return request;
  }

  /** Returns the seconds that requests waited for the model. */
  public Histogram queue() {
    return queue;
  }

  /** Returns the seconds of one run of the model. */
  public Histogram inference() {
    return inference;
  }

  /** Returns the rows of one run of the model. */
  public Histogram batch() {
    return batch;
  }

  /** Returns everything in the text format of Prometheus, after which gauges may follow. */
  public StringBuilder text() {
    StringBuilder out = new StringBuilder(4096);
    requests.write(out);
    rejected.write(out);
    classes.write(out);
    missing.write(out);
    request.write(out, "nncreator_request_duration_seconds");
    queue.write(out, "nncreator_queue_duration_seconds");
    inference.write(out, "nncreator_inference_duration_seconds");
    batch.write(out, "nncreator_batch_size");
    MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
    gauge(out, "jvm_memory_used_bytes", "{area=\"heap\"}", heap.getUsed());
    gauge(out, "jvm_memory_max_bytes", "{area=\"heap\"}", heap.getMax());
    int threads = ManagementFactory.getThreadMXBean().getThreadCount();
    gauge(out, "jvm_threads_current", "", threads);
    double started = ManagementFactory.getRuntimeMXBean().getStartTime() / 1e3;
    gauge(out, "process_start_time_seconds", "", started);
    return out;
  }

  /** Appends a gauge. */
  public static void gauge(StringBuilder out, String name, String labels, double value) {
    out.append("# TYPE ").append(name).append(" gauge\n");
    out.append(name).append(labels).append(' ').append(value).append('\n');
  }

  /** Returns a text fit to stand between the quotes of a label. */
  public static String label(String value) {
    return CounterFamily.escaped(value);
  }
}
