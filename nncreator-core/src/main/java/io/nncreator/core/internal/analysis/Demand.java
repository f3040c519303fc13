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
    if (sentence.speaksOf("demand.class") || yesOrNo(sentence)) {
      return CLASS;
    }
    return sentence.speaksOf("demand.number") ? NUMBER : OPEN;
  }

  /** Whether a clause begins like a question for yes or no: "will it ..". */
  private static boolean yesOrNo(Sentence sentence) {
    return sentence.topics().stream()
        .filter(topic -> topic.key().equals("role.lead"))
        .anyMatch(topic -> topic.start() == 0 || sentence.tokens().get(topic.start() - 1).ending());
  }
}
