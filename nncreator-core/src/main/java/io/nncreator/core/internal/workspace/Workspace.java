// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.workspace;

import io.nncreator.api.error.ErrorCode;
import io.nncreator.api.error.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The folders of a workspace; nothing outside this class decides what lies where. Thread-safe. */
public final class Workspace {
  private static final String MANIFEST = "manifest.json";

  private final Path root;

  /** Creates a workspace; folders come into being when something is put into them. */
  public Workspace(Path root) {
    this.root = root.toAbsolutePath().normalize();
  }

  /** Returns the folder of the workspace. */
  public Path root() {
    return root;
  }

  /**
   * Returns the folder for a network's bundle; its parent exists afterwards, it itself does not.
   *
   * @throws StoreException if the workspace cannot be written
   */
  public Path model(String id) {
    Path models = folder(WorkspaceFolder.MODELS);
    try {
      Files.createDirectories(models);
    } catch (IOException e) {
      throw new StoreException(
          ErrorCode.WORKSPACE_UNUSABLE,
          "The workspace folder ("
              + models
              + ") cannot be created. Maybe choose another one with"
              + " .workspace(path) or --workspace.",
          e);
    }
    return models.resolve(id);
  }

  /** Returns the bundles in the workspace, oldest first. */
  public List<Path> models() {
    Path models = folder(WorkspaceFolder.MODELS);
    if (!Files.isDirectory(models)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(models)) {
      return entries.filter(entry -> Files.exists(entry.resolve(MANIFEST))).sorted().toList();
    } catch (IOException e) {
      throw new StoreException(
          ErrorCode.WORKSPACE_UNUSABLE,
          "The workspace folder (" + models + ") cannot be read. Maybe check its permissions.",
          e);
    }
  }

  /** Returns one of the workspace's folders. */
  public Path folder(WorkspaceFolder folder) {
    return root.resolve(folder.folderName());
  }
}
