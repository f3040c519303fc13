// SPDX-License-Identifier: Apache-2.0
package io.nncreator.cli.command;

import java.nio.file.Path;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The network that a command is about: named by its path, or by its id in the workspace. */
final class NetworkArgument {
  @Mixin private final WorkspaceOption workspace = new WorkspaceOption();

  @Parameters(paramLabel = "NETWORK", description = "Folder of the network, or its id.")
  private String named = "";

  /** Returns its bundle. */
  Path bundle() {
    return workspace.bundle(named);
  }
}
