// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.task;

/** What is to be told from the data. */
public enum Objective {
  /** One of two classes. */
  BINARY,
  /** One of several classes. */
  MULTICLASS,
  /** Any number of labels. */
  MULTILABEL,
  /** One of several ordered grades. */
  ORDINAL,
  /** A number. */
  REGRESSION,
  /** Several numbers. */
  MULTI_REGRESSION,
  /** Quantiles of a number. */
  QUANTILE,
  /** Coming values of a series. */
  FORECAST,
  /** Rows unlike the others. */
  ANOMALY,
  /** Groups of like rows. */
  CLUSTERING,
  /** Nothing of the above. */
  UNSUPPORTED;

  /** Returns whether the target is one class of several. */
  public boolean classification() {
    return this == BINARY || this == MULTICLASS || this == ORDINAL;
  }

  /** Returns whether this version builds networks for the objective. */
  public boolean built() {
    return this == BINARY || this == MULTICLASS || this == REGRESSION;
  }
}
