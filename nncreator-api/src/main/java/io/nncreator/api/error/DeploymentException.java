// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.error;

import org.jspecify.annotations.Nullable;

/** A service cannot be started or changed. */
public final class DeploymentException extends NnCreatorException {
  private static final long serialVersionUID = 1L;

  /** Creates an error. */
  public DeploymentException(ErrorCode code, String message, @Nullable Throwable cause) {
    super(code, message, cause);
  }
}
