// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.selection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Averages trials: begins with one, then adds, again and again and with replacement, the trial that
 * makes the loss of the average smallest (Caruana et al., ICML 2004). How often a trial was added
 * is its share.
 */
final class GreedyEnsemble {
  /** Trials in the average, counted with repetition. */
  private static final int MOST_STEPS = 24;

  /** Different networks in the average: each one costs time in every answer. */
  private static final int MOST_NETWORKS = 4;

  private final List<Trial> trials;
  private final ToDoubleFunction<float[]> loss;

  /**
   * Prepares.
   *
   * @param loss mean loss of raw outputs
   */
  GreedyEnsemble(List<Trial> trials, ToDoubleFunction<float[]> loss) {
    this.trials = trials;
    this.loss = loss;
  }

  /** Returns the best average that begins with a trial. */
  Champion from(Trial first) {
    List<Trial> chosen = new ArrayList<>(List.of(first));
    float[] sum = first.outputs().clone();
    double best = loss.applyAsDouble(sum);
    int bestSize = 1;
    while (chosen.size() < MOST_STEPS) {
      Trial next = null;
      double nextLoss = Double.POSITIVE_INFINITY;
      for (Trial trial : trials) {
        if (chosen.contains(trial) || distinct(chosen) < MOST_NETWORKS) {
          double candidate = loss.applyAsDouble(mean(sum, trial.outputs(), chosen.size() + 1));
          if (candidate < nextLoss) {
            next = trial;
            nextLoss = candidate;
          }
        }
      }
      if (next == null) {
        break;
      }
      chosen.add(next);
      add(sum, next.outputs());
      if (nextLoss < best) {
        best = nextLoss;
        bestSize = chosen.size();
      }
    }
    return shares(chosen.subList(0, bestSize));
  }

  private static long distinct(List<Trial> chosen) {
    return chosen.stream().mapToInt(Trial::order).distinct().count();
  }

  private static Champion shares(List<Trial> chosen) {
    Map<Trial, Integer> counts = new HashMap<>();
    chosen.forEach(trial -> counts.merge(trial, 1, Integer::sum));
    return new Champion(
        counts.entrySet().stream()
            .sorted(
                Comparator.<Map.Entry<Trial, Integer>>comparingInt(Map.Entry::getValue)
                    .reversed()
                    .thenComparing(entry -> entry.getKey().order()))
            .map(
                entry ->
                    new Champion.Part(entry.getKey(), (double) entry.getValue() / chosen.size()))
            .toList());
  }

  private static float[] mean(float[] sum, float[] more, int count) {
    float[] mean = new float[sum.length];
    for (int i = 0; i < mean.length; i++) {
      mean[i] = (sum[i] + more[i]) / count;
    }
    return mean;
  }

  private static void add(float[] sum, float[] more) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += more[i];
    }
  }
}
