// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.analysis;

/** The part that a place in the sentence gives to a column named there. */
enum Role {
  /** To be told: "predict ..", "which ..". */
  OBJECT(0.95),
  /** Nothing said about it. */
  NEUTRAL(0.84),
  /** Said before what is asked for. */
  BEFORE(0.72),
  /** Said in a sentence after the one that asks. */
  AFTER(0.5),
  /** Circumstances: "for each ..". */
  CONTEXT(0.62),
  /** To tell from: "from ..", "using ..". */
  INPUT(0),
  /** Not to be told: "not .. but". */
  NEGATED(0),
  /** To be left out: "ignore ..". */
  EXCLUDED(0);

  private final double weight;

  Role(double weight) {
    this.weight = weight;
  }

  /** Returns how strongly the place speaks for a target, 0 to 1. */
  double weight() {
    return weight;
  }
}
