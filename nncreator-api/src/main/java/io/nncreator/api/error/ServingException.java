// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.error;

import org.jspecify.annotations.Nullable;

/** A network cannot be served. */
public final class ServingException extends NnCreatorException {
  private static final long serialVersionUID = 1L;

  /** Creates an error. */
  public ServingException(ErrorCode code, String message, @Nullable Throwable cause) {
    super(code, message, cause);
  }
}
