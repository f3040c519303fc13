// SPDX-License-Identifier: Apache-2.0
package io.nncreator.deploy.internal.image;

import io.nncreator.api.error.DeploymentException;
import io.nncreator.api.error.ErrorCode;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The error of images that cannot be built. */
final class Images {
  private Images() {}

  static DeploymentException failed(String fact, String remedy, @Nullable Throwable reason) {
    String why = reason == null ? "" : ": " + reason.getMessage();
    return new DeploymentException(ErrorCode.DEPLOYMENT_IMAGE, fact + why + ". " + remedy, reason);
  }

  static DeploymentException unwritable(Path place, Throwable reason) {
    return failed(
        "The files of an image (" + place + ") cannot be written",
        "Maybe the disk is full.",
        reason);
  }
}
