// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.bundle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds bins for values, and their shares. */
public final class DistributionFitter {
  private static final int BINS = 10;
  private static final int LEVELS = 50;

  private DistributionFitter() {}

  /** Returns ten bins with about the same number of values each, fewer where values are equal. */
  public static Distribution numbers(String name, double[] values) {
    double[] known = Arrays.stream(values).filter(value -> !Double.isNaN(value)).sorted().toArray();
    List<Double> edges = new ArrayList<>();
    for (int i = 1; i < BINS && known.length > 0; i++) {
      double edge = known[(int) ((long) i * (known.length - 1) / BINS)];
      boolean last = edge == known[known.length - 1];
      if (!last && (edges.isEmpty() || edge > edges.get(edges.size() - 1))) {
        edges.add(edge);
      }
    }
    double[] counts = new double[edges.size() + 3];
    Distribution bins = new Distribution(name, edges, List.of(), shares(counts, 1));
    for (double value : values) {
      counts[bins.bin(value)]++;
    }
    return new Distribution(name, edges, List.of(), shares(counts, values.length));
  }

  /** Returns a bin for each of the fifty most frequent texts. */
  public static Distribution texts(String name, Collection<@Nullable String> values) {
    Map<String, Integer> counts = new HashMap<>();
    int missing = 0;
    for (String value : values) {
      if (value == null) {
        missing++;
      } else {
        counts.merge(value, 1, Integer::sum);
      }
    }
    List<String> levels =
        counts.entrySet().stream()
            .sorted(
                Map.Entry.<String, Integer>comparingByValue()
                    .reversed()
                    .thenComparing(Map.Entry.comparingByKey()))
            .limit(LEVELS)
            .map(Map.Entry::getKey)
            .toList();
    if (levels.isEmpty()) {
      levels = List.of("");
    }
    double[] bins = new double[levels.size() + 2];
    int rest = values.size() - missing;
    for (int i = 0; i < levels.size(); i++) {
      int count = counts.getOrDefault(levels.get(i), 0);
      bins[i] = count;
      rest -= count;
    }
    bins[levels.size()] = rest;
    bins[levels.size() + 1] = missing;
    return new Distribution(name, List.of(), levels, shares(bins, values.size()));
  }

  private static List<Double> shares(double[] counts, int all) {
    return Arrays.stream(counts).map(count -> count / Math.max(1, all)).boxed().toList();
  }
}
