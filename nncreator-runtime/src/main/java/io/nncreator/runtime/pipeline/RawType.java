// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.pipeline;

/** The form in which the cells of a raw column are fed. */
public enum RawType {
  /** A 64-bit float; NaN = missing. */
  NUMBER,
  /** 1 for true, 0 for false; NaN = missing. */
  BOOLEAN,
  /** Seconds since 1970-01-01T00:00:00; NaN = missing. */
  TIMESTAMP,
  /** A text; null or empty = missing. */
  CATEGORY;

  /** Returns whether cells are 64-bit floats. */
  public boolean isNumeric() {
    return this != CATEGORY;
  }
}
