// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.error;

import org.jspecify.annotations.Nullable;

/** The data cannot be used as it is. */
public final class DataException extends NnCreatorException {
  private static final long serialVersionUID = 1L;

  /** Creates an error without a cause. */
  public DataException(ErrorCode code, String message) {
    this(code, message, null);
  }

  /** Creates an error. */
  public DataException(ErrorCode code, String message, @Nullable Throwable cause) {
    super(code, message, cause);
  }
}
