// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.error;

import org.jspecify.annotations.Nullable;

/** A creation ended without a network. */
public final class CreationException extends NnCreatorException {
  private static final long serialVersionUID = 1L;

  /** Creates an error. */
  public CreationException(ErrorCode code, String message, @Nullable Throwable cause) {
    super(code, message, cause);
  }
}
