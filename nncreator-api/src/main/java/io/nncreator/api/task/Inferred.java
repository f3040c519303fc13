// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.task;

import java.util.Objects;

/**
 * A value together with how sure it is and why.
 *
 * @param value what was told
 * @param confidence from 0 to 1
 * @param origin what told it
 * @param reason in plain words, with the evidence
 * @param <T> type of the value
 */
public record Inferred<T>(T value, double confidence, Origin origin, String reason) {
  /** Checks the confidence. */
  public Inferred {
    Objects.requireNonNull(value, "value");
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException(
          "The confidence (" + confidence + ") must be from 0 to 1.");
    }
  }

  /** A value that the user has set. */
  public static <T> Inferred<T> explicit(T value) {
    return new Inferred<>(value, 1, Origin.SETTING, "set explicitly");
  }

  /** What told a value; earlier ones win over later ones. */
  public enum Origin {
    /** The user's explicit setting. */
    SETTING,
    /** The user's sentence. */
    SENTENCE,
    /** A fact of the data that leaves no choice. */
    DATA,
    /** A language model's advice. */
    ADVICE,
    /** A rule of thumb. */
    RULE
  }
}
