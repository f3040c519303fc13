// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.error;

import org.jspecify.annotations.Nullable;

/** The workspace on disk cannot be used. */
public final class StoreException extends NnCreatorException {
  private static final long serialVersionUID = 1L;

  /** Creates an error. */
  public StoreException(ErrorCode code, String message, @Nullable Throwable cause) {
    super(code, message, cause);
  }

  @Override
  public boolean retryable() {
    return true;
  }
}
