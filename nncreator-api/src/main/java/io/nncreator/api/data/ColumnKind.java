// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.data;

/** What a column is to a learner. */
public enum ColumnKind {
  /** A quantity. */
  NUMBER,
  /** True or false. */
  BOOLEAN,
  /** One of a number of levels. */
  CATEGORY,
  /** A point in time. */
  DATE_TIME,
  /** Free text. */
  TEXT,
  /** A name of the row: tells nothing about other rows. */
  IDENTIFIER,
  /** Always the same, or always missing. */
  CONSTANT
}
