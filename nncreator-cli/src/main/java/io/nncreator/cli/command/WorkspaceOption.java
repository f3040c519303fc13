// SPDX-License-Identifier: Apache-2.0
package io.nncreator.cli.command;

import io.nncreator.core.NeuralNetworkCreator;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where networks are kept. */
final class WorkspaceOption {
  private static final String MODELS = "models";

  @Option(
      names = {"-w", "--workspace"},
      paramLabel = "FOLDER",
      description = "Where networks are kept. Default: ${DEFAULT-VALUE}.")
  private Path workspace = NeuralNetworkCreator.DEFAULT_WORKSPACE;

  Path path() {
    return workspace;
  }

  /** Returns the folder that holds one bundle per network. */
  Path models() {
    return workspace.resolve(MODELS);
  }

  /** Returns the bundle that a user names by its path, or by its id in the workspace. */
  Path bundle(String named) {
    Path path = Path.of(named);
    Path inWorkspace = models().resolve(named);
    return !Files.exists(path) && Files.exists(inWorkspace) ? inWorkspace : path;
  }
}
