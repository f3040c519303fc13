// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.graph;

/** The element type of a tensor. */
public enum DType {
  /** 32-bit IEEE float: network arithmetic. */
  F32,
  /** 64-bit IEEE float: raw numbers before scaling. */
  F64,
  /** 64-bit integer: category codes and class labels. */
  I64,
  /** Truth value. */
  BOOL;

  /** Returns whether the type holds real numbers. */
  public boolean isFloating() {
    return this == F32 || this == F64;
  }
}
