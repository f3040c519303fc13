// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.task;

import java.util.Locale;
import java.util.Optional;

/** How good predictions are. Formulas: {@code docs/metrics.md}. */
public enum Metric {
  /** Share of right classes. */
  ACCURACY(true, true),
  /** Mean over classes of the share of their rows that is found. */
  BALANCED_ACCURACY(true, true),
  /** F1 of the positive class. */
  F1(true, true),
  /** F2 of the positive class: recall counts more. */
  F2(true, true),
  /** Mean over classes of F1. */
  MACRO_F1(true, true),
  /** Share of positive rows that is found. */
  RECALL(true, true),
  /** Share of positive answers that is right. */
  PRECISION(true, true),
  /** Area under the ROC curve; one against the rest, averaged, for several classes. */
  ROC_AUC(true, true),
  /** Average precision of the positive class. */
  AVERAGE_PRECISION(true, true),
  /** Mean negative logarithm of the probability of the true class. */
  LOG_LOSS(true, false),
  /** Root of the mean squared error. */
  RMSE(false, false),
  /** Root of the mean squared error of logarithms; targets above 0 only. */
  RMSE_LOG(false, false),
  /** Mean absolute error. */
  MAE(false, false),
  /** Mean absolute error in percent of the true value. */
  MAPE(false, false),
  /** Share of variance explained. */
  R2(false, true);

  private final boolean classification;
  private final boolean higherIsBetter;

  Metric(boolean classification, boolean higherIsBetter) {
    this.classification = classification;
    this.higherIsBetter = higherIsBetter;
  }

  /** Returns whether it judges classes (else numbers). */
  public boolean classification() {
    return classification;
  }

  /** Returns whether larger is better. */
  public boolean higherIsBetter() {
    return higherIsBetter;
  }

  /** Returns whether score {@code a} is strictly better than {@code b}. */
  public boolean better(double a, double b) {
    return higherIsBetter ? a > b : a < b;
  }

  /** Returns the name in lower case with underscores, as in JSON and on the command line. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Finds a metric by its {@link #id}, hyphens and case ignored. */
  public static Optional<Metric> byId(String id) {
    String wanted = id.trim().toUpperCase(Locale.ROOT).replace('-', '_');
    for (Metric metric : values()) {
      if (metric.name().equals(wanted)) {
        return Optional.of(metric);
      }
    }
    return Optional.empty();
  }
}
