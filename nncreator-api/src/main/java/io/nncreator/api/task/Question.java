// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.task;

import java.util.Objects;

/**
 * Something that sentence and data leave open.
 *
 * @param about part of the task that the answer would settle
 * @param text the question, with the best guess and why it was made
 */
public record Question(About about, String text) {
  /** Checks the text. */
  public Question {
    Objects.requireNonNull(about, "about");
    Objects.requireNonNull(text, "text");
  }

  /** Parts of a task that may be open. */
  public enum About {
    /** Which column is to be told. */
    TARGET,
    /** What is to be told of it: classes or a quantity. */
    OBJECTIVE,
    /** How classes are made of a number. */
    DERIVATION,
    /** How good predictions are. */
    METRIC,
    /** How rows are divided. */
    SPLIT,
    /** Which columns are known before the target is. */
    FEATURES,
    /** The sentence itself. */
    DESCRIPTION
  }
}
