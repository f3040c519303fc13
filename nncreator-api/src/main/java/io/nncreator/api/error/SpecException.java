// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.error;

import org.jspecify.annotations.Nullable;

/** A network specification breaks a rule; the text states path, value and rule. */
public final class SpecException extends NnCreatorException {
  private static final long serialVersionUID = 1L;

  private final String path;

  /**
   * Creates an error.
   *
   * @param path where in the specification
   * @param got the offending value
   * @param rule what is legal there
   */
  public SpecException(ErrorCode code, String path, @Nullable Object got, String rule) {
    super(code, "At " + path + ": got (" + got + "), must be " + rule + ".", null);
    this.path = path;
  }

  /** Creates an error whose rule is the message of its cause. */
  public SpecException(ErrorCode code, String path, Object got, Throwable cause) {
    super(code, "At " + path + ": got (" + got + "). " + cause.getMessage(), cause);
    this.path = path;
  }

  /** Returns where in the specification, such as {@code nodes[3].inputs}. */
  public String path() {
    return path;
  }
}
