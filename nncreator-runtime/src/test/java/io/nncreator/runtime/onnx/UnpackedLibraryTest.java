// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class UnpackedLibraryTest {
  @TempDir private Path temporary;

  @Test
  void theFolderIsKnownOnceTheEngineIsLoaded() {
    assertThat(OnnxSession.environment()).isNotNull();
    assertThat(UnpackedLibrary.folder()).isDirectory();
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows keeps the files of loaded libraries.")
  void nothingIsLeftWhenTheJvmExits() throws IOException, InterruptedException {
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    File said = temporary.resolveSibling(temporary.getFileName() + ".log").toFile();
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.io.tmpdir=" + temporary,
                "-XX:-UsePerfData",
                "-cp",
                classPath,
                Loading.class.getName())
            .redirectErrorStream(true)
            .redirectOutput(said)
            .start();
    assertThat(process.waitFor()).as("see %s", said).isZero();
    assertThat(temporary).isEmptyDirectory();
  }

  /** Loads the engine and ends; the exit code tells whether the folder was there. */
  static final class Loading {
    private Loading() {}

    public static void main(String[] args) {
      OnnxSession.environment();
      Path folder = UnpackedLibrary.folder();
      System.exit(folder != null && folder.toFile().isDirectory() ? 0 : 1);
    }
  }
}
