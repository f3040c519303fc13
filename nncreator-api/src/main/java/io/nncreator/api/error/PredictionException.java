// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.error;

import org.jspecify.annotations.Nullable;

/** A row cannot be predicted. */
public final class PredictionException extends NnCreatorException {
  private static final long serialVersionUID = 1L;

  /** Creates an error. */
  public PredictionException(ErrorCode code, String message, @Nullable Throwable cause) {
    super(code, message, cause);
  }
}
