// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.error;

import org.jspecify.annotations.Nullable;

/** A network could not be trained. */
public final class TrainingException extends NnCreatorException {
  private static final long serialVersionUID = 1L;

  /** Creates an error. */
  public TrainingException(ErrorCode code, String message, @Nullable Throwable cause) {
    super(code, message, cause);
  }
}
