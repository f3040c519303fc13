// SPDX-License-Identifier: Apache-2.0
package io.nncreator.benchmarks.quality;

import io.nncreator.api.task.Metric;
import io.nncreator.api.task.Score;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
 * @param peers scores of other families of learners on the test rows, by name
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
    Map<String, Double> peers,
    double seconds) {

  /** Others' scores are given to five decimals. */
  private static final double ROUNDING = 0.5e-5;

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

  /** Returns the score of the best peer, if there are peers. */
  Optional<Double> bestPeer() {
    return peers.values().stream().reduce((a, b) -> metric.better(a, b) ? a : b);
  }

  /**
   * Returns the rank of a score among the network's and the peers', from 1; equal ones share the
   * mean of their ranks.
   */
  double rank(double score) {
    int better = 0;
    int equal = 0;
    List<Double> all = new ArrayList<>(peers.values());
    all.add(test.value());
    for (double other : all) {
      boolean same = same(other, score);
      better += !same && metric.better(other, score) ? 1 : 0;
      equal += same ? 1 : 0;
    }
    return 1 + better + (equal - 1) / 2.0;
  }

  /** Compares the plain numbers, up to the rounding of the other's. */
  String plain(double other) {
    if (same(test.value(), other)) {
      return "equal";
    }
    return metric.better(test.value(), other) ? "better" : "worse";
  }

  private static boolean same(double a, double b) {
    return Math.abs(a - b) <= ROUNDING;
  }

  Verdict against(double other) {
    if (test.low() <= other && other <= test.high()) {
      return Verdict.TIE;
    }
    return metric.better(test.value(), other) ? Verdict.BETTER : Verdict.WORSE;
  }
}
