// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.features;

import io.nncreator.api.task.Metric;
import io.nncreator.runtime.pipeline.TargetEncoding;
import java.util.Arrays;

/** Learns from training rows how targets are scaled. */
public final class TargetFitter {
  private TargetFitter() {}

  /** Fits on chosen rows; a metric of logarithms makes the network learn logarithms. */
  public static TargetEncoding fit(LearningTable table, int[] rows) {
    if (table.classification()) {
      return new TargetEncoding.Classes(table.classes());
    }
    boolean logarithmic = table.task().metric().value() == Metric.RMSE_LOG;
    double[] values = Arrays.stream(rows).mapToDouble(row -> table.values()[row]).toArray();
    if (logarithmic) {
      values = Arrays.stream(values).map(Math::log).toArray();
    }
    // Moments are of scaled numbers, so that squares of huge or tiny ones stay finite and above 0.
    double largest = Arrays.stream(values).map(Math::abs).max().orElse(0);
    double unit = largest > 0 ? Math.scalb(1.0, Math.getExponent(largest)) : 1;
    double mean = Arrays.stream(values).map(v -> v / unit).average().orElse(0);
    double variance =
        Arrays.stream(values).map(v -> v / unit - mean).map(v -> v * v).average().orElse(0);
    double deviation = Math.sqrt(variance) * unit;
    return new TargetEncoding.Standardised(
        mean * unit, deviation > 0 && Double.isFinite(deviation) ? deviation : 1, logarithmic);
  }
}
