// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.bundle;

import io.nncreator.api.task.Score;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How good a network is.
 *
 * @param score of the delivered bytes on rows that no step has seen
 * @param dummy score of always giving the same answer, on the same rows
 * @param linear score of a linear model, on the same rows
 * @param method how the score was made, in plain words
 * @param others further metrics on the same rows, by {@link io.nncreator.api.task.Metric#id}
 * @param confusion on the same rows; null for regression
 * @param candidates what was tried
 */
public record Metrics(
    Score score,
    Score dummy,
    Score linear,
    String method,
    Map<String, Double> others,
    @Nullable ConfusionMatrix confusion,
    List<CandidateScore> candidates) {
  /** Copies lists and maps. */
  public Metrics {
    others = Collections.unmodifiableMap(new LinkedHashMap<>(others));
    candidates = List.copyOf(candidates);
  }
}
