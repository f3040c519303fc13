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
    double mean = Arrays.stream(values).average().orElse(0);
    double variance = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).average().orElse(0);
    double deviation = Math.sqrt(variance);
    return new TargetEncoding.Standardised(
        mean, deviation > 0 && Double.isFinite(deviation) ? deviation : 1, logarithmic);
  }
}
