// SPDX-License-Identifier: Apache-2.0
package io.nncreator.benchmarks.engine;

import io.nncreator.benchmarks.report.Figures;

/** Figures beside their bars. Not thread-safe. */
final class Scoreboard {
  private final Figures figures = new Figures("engine");
  private boolean held = true;

  /** Adds a figure that only informs. */
  void note(String what, double figure, String unit) {
    row(what, figure, unit).put("bar", "").put("held", "");
  }

  /** Adds a figure that must not be larger than the bar. */
  void atMost(String what, double figure, String unit, double bar) {
    judge(what, figure, unit, "<= " + bar, figure <= bar);
  }

  /** Adds a figure that must not be smaller than the bar. */
  void atLeast(String what, double figure, String unit, double bar) {
    judge(what, figure, unit, ">= " + bar, figure >= bar);
  }

  /** Prints all; returns whether all bars held. */
  boolean print(boolean json) {
    figures.print(json);
    return held;
  }

  private void judge(String what, double figure, String unit, String bar, boolean holds) {
    row(what, figure, unit).put("bar", bar).put("held", holds ? "yes" : "no");
    held &= holds;
  }

  private Figures row(String what, double figure, String unit) {
    return figures.row().put("what", what).put("figure", figure).put("unit", unit);
  }
}
