// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.error;

/** The task is unclear, contradictory or not built by this version. */
public final class TaskException extends NnCreatorException {
  private static final long serialVersionUID = 1L;

  /** Creates an error. */
  public TaskException(ErrorCode code, String message) {
    super(code, message, null);
  }
}
