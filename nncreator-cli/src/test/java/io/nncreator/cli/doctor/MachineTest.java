// SPDX-License-Identifier: Apache-2.0
package io.nncreator.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The machine")
class MachineTest {
  @TempDir private Path folder;

  @Test
  @DisplayName("allows a workspace that is still to be made, and makes none")
  void workspace() throws IOException {
    Check check = Machine.workspace(folder.resolve("a/b"));
    assertThat(check.state()).isEqualTo(Check.State.OK);
    try (var entries = Files.list(folder)) {
      assertThat(entries).isEmpty();
    }
  }

  @Test
  @DisplayName("says when a workspace cannot be written")
  void file() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    Check check = Machine.workspace(file.resolve("workspace"));
    assertThat(check.state()).isEqualTo(Check.State.MISSING);
    assertThat(check.remedy()).contains("--workspace");
  }
}
