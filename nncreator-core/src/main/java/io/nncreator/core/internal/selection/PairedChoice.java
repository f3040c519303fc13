// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.selection;

import io.nncreator.api.task.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Chooses among trials row by row: the smallest mean loss wins, but an earlier (simpler) candidate
 * is kept when it is worse by less than a part of the standard error of the paired difference,
 * because then the difference may well be chance (overtuning, arXiv 2506.19540).
 */
public final class PairedChoice {
  /** Standard errors by which a later candidate must be better. */
  static final double MARGIN = 0.5;

  private PairedChoice() {}

  /** Returns the champion; trials are in the order of the portfolio. */
  public static Optional<Trial> champion(List<Trial> trials, Metric metric) {
    List<double[]> losses = new ArrayList<>();
    int best = -1;
    for (int i = 0; i < trials.size(); i++) {
      losses.add(RowLosses.of(trials.get(i).predictions(), metric));
      best = best < 0 || mean(losses.get(i)) < mean(losses.get(best)) ? i : best;
    }
    for (int i = 0; i < best; i++) {
      if (withinMargin(losses.get(i), losses.get(best))) {
        return Optional.of(trials.get(i));
      }
    }
    return best < 0 ? Optional.empty() : Optional.of(trials.get(best));
  }

  /** Returns the mean of the paired differences in standard errors; positive = b is better. */
  static double advantage(double[] a, double[] b) {
    double[] differences = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      differences[i] = a[i] - b[i];
    }
    double mean = mean(differences);
    double squares = 0;
    for (double difference : differences) {
      squares += (difference - mean) * (difference - mean);
    }
    double error = Math.sqrt(squares / Math.max(1, a.length - 1) / a.length);
    return mean == 0 ? 0 : mean / Math.max(error, Double.MIN_NORMAL);
  }

  private static boolean withinMargin(double[] earlier, double[] best) {
    return advantage(earlier, best) < MARGIN;
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }
}
