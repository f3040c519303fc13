// SPDX-License-Identifier: Apache-2.0
package io.nncreator.serving.internal.metrics;

import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAdder;

/** Counts of values in buckets. Thread-safe. */
public final class Histogram {
  private final double[] bounds;
  private final LongAdder[] counts;
  private final DoubleAdder sum = new DoubleAdder();

  /** Creates a histogram with upper bounds in rising order. */
  Histogram(double... bounds) {
    this.bounds = bounds.clone();
    this.counts = new LongAdder[bounds.length + 1];
    for (int i = 0; i < counts.length; i++) {
      counts[i] = new LongAdder();
    }
  }

  /** Counts a value. */
  public void add(double value) {
    int bucket = 0;
    while (bucket < bounds.length && value > bounds[bucket]) {
      bucket++;
    }
    counts[bucket].increment();
    sum.add(value);
  }

  void write(StringBuilder out, String name) {
    out.append("# TYPE ").append(name).append(" histogram\n");
    long total = 0;
    for (int i = 0; i <= bounds.length; i++) {
      total += counts[i].sum();
      String bound = i < bounds.length ? Double.toString(bounds[i]) : "+Inf";
      out.append(name).append("_bucket{le=\"").append(bound).append("\"} ");
      out.append(total).append('\n');
    }
    out.append(name).append("_sum ").append(sum.sum()).append('\n');
    out.append(name).append("_count ").append(total).append('\n');
  }
}
