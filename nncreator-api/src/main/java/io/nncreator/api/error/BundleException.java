// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.error;

import org.jspecify.annotations.Nullable;

/** A bundle cannot be read or written. */
public final class BundleException extends NnCreatorException {
  private static final long serialVersionUID = 1L;

  /** Creates an error. */
  public BundleException(ErrorCode code, String message, @Nullable Throwable cause) {
    super(code, message, cause);
  }
}
