// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.workspace;

import java.util.Locale;

/** The folders of a workspace. */
public enum WorkspaceFolder {
  /** Finished networks, one bundle each; kept until deleted by the user. */
  MODELS;

  /** Returns the name on disk. */
  public String folderName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
