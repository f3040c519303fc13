// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.analysis;

/** The kind of answer that the words of a sentence ask for. */
enum Demand {
  /** One of several: "which", "whether", "classify". */
  CLASS,
  /** A quantity: "how much", "estimate". */
  NUMBER,
  /** The words leave it open. */
  OPEN;

  /** Reads the sentence; words for a class win, as in "estimate whether". */
  static Demand of(Sentence sentence) {
    if (sentence.speaksOf("demand.class")) {
      return CLASS;
    }
    return sentence.speaksOf("demand.number") ? NUMBER : OPEN;
  }
}
