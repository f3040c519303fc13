// SPDX-License-Identifier: Apache-2.0
package io.nncreator.benchmarks.quality;

import io.nncreator.api.task.Metric;
import io.nncreator.api.task.Score;

/**
 * How a network did on one data set.
 *
 * @param name of the data set
 * @param task kind of task
 * @param learnt rows that the creation was given
 * @param metric what was measured
 * @param test score on the test rows
 * @param promised score that the creation reported, from its own unseen rows
 * @param dummy score of a constant answer on the test rows
 * @param linear score of a linear model on the test rows
 * @param seconds from the call to the saved network
 */
record QualityResult(
    String name,
    String task,
    int learnt,
    Metric metric,
    Score test,
    Score promised,
    double dummy,
    double linear,
    double seconds) {

  /** How a score compares: a tie when the other's score lies in our interval. */
  enum Verdict {
    BETTER,
    TIE,
    WORSE
  }

  /** Returns whether the test score lies in the interval that was promised. */
  boolean inside() {
    return promised.low() <= test.value() && test.value() <= promised.high();
  }

  /** Returns whether the two scores differ by no more than both of their intervals allow. */
  boolean agrees() {
    double allowed = Math.hypot(half(test), half(promised));
    return Math.abs(test.value() - promised.value()) <= allowed;
  }

  private static double half(Score score) {
    return (score.high() - score.low()) / 2;
  }

  Verdict against(double other) {
    if (test.low() <= other && other <= test.high()) {
      return Verdict.TIE;
    }
    return metric.better(test.value(), other) ? Verdict.BETTER : Verdict.WORSE;
  }
}
