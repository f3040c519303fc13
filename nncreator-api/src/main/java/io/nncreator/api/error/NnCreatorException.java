// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.error;

import org.jspecify.annotations.Nullable;

/** The root of all errors that a user can act on. */
public abstract class NnCreatorException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ErrorCode code;

  /**
   * Creates an error.
   *
   * @param message the fact with its values, then what to do; without the code
   */
  protected NnCreatorException(ErrorCode code, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.code = code;
  }

  /** Returns what kind of error it is. */
  public ErrorCode code() {
    return code;
  }

  /** Returns whether the same call may work later without a change. */
  public boolean retryable() {
    return false;
  }

  @Override
  public String toString() {
    return code.code() + ": " + getMessage();
  }
}
