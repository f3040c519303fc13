// SPDX-License-Identifier: Apache-2.0
package io.nncreator.serving.internal.metrics;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counters that differ in the value of one label, at most a fixed number of them. Thread-safe. */
public final class CounterFamily {
  private static final String OTHER = "other";

  private final String name;
  private final String label;
  private final int most;
  private final Map<String, LongAdder> counters = new ConcurrentHashMap<>();

  CounterFamily(String name, String label, int most) {
    this.name = name;
    this.label = label;
    this.most = most;
  }

  /** Adds one; what goes beyond the fixed number of labels counts as {@code other}. */
  public void increment(String value) {
    add(value, 1);
  }

  /** Adds a number. */
  public void add(String value, long count) {
    LongAdder counter = counters.get(value);
    if (counter == null) {
      String kept = counters.size() < most ? value : OTHER;
      counter = counters.computeIfAbsent(kept, any -> new LongAdder());
    }
    counter.add(count);
  }

  void write(StringBuilder out) {
    out.append("# TYPE ").append(name).append(" counter\n");
    new TreeMap<>(counters)
        .forEach(
            (value, counter) -> {
              out.append(name).append('{').append(label).append("=\"").append(escaped(value));
              out.append("\"} ").append(counter.sum()).append('\n');
            });
  }

  static String escaped(String value) {
    return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
  }
}
