// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.task;

/** The form of the data. */
public enum Modality {
  /** Rows of typed columns. */
  TABULAR,
  /** Documents. */
  TEXT,
  /** Pictures. */
  IMAGE,
  /** Values in the order of time. */
  TIME_SERIES,
  /** Several of these together. */
  MULTIMODAL
}
