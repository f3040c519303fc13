// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.error;

/** A part is missing, or was asked for something that it does not offer. */
public final class ProviderException extends NnCreatorException {
  private static final long serialVersionUID = 1L;

  /** Creates an error. */
  public ProviderException(ErrorCode code, String message) {
    super(code, message, null);
  }
}
