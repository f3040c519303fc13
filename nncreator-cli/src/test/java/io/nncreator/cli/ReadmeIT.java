// SPDX-License-Identifier: Apache-2.0
package io.nncreator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.nncreator.core.NeuralNetworkCreator;
import io.nncreator.runtime.NeuralNetwork;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The code of README.md")
class ReadmeIT {
  private static final Path TABLE = Path.of(CliProcess.example("penguins.csv"));

  @TempDir private Path folder;

  @Test
  @DisplayName("runs as it stands on the first screen, and its JVM ends by itself")
  void quickStart() throws InterruptedException, IOException {
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    Path printed = folder.resolve("printed.txt");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classPath,
                ReadmeExamples.class.getName(),
                TABLE.toAbsolutePath().toString())
            .directory(folder.toFile())
            .redirectOutput(printed.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
      assertThat(process.exitValue()).isZero();
      assertThat(Files.readAllLines(printed)).hasSize(2).last().isEqualTo("Gentoo");
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  @DisplayName("creates a network and uses it in every way shown")
  void settings() throws InterruptedException, IOException {
    try (NeuralNetworkCreator creator = NeuralNetworkCreator.builder().workspace(folder).build();
        NeuralNetwork network = ReadmeExamples.withSettings(creator, TABLE)) {
      Path bundle = network.location();
      ReadmeExamples.Answer answer = ReadmeExamples.typed(bundle);
      assertThat(answer.species()).isEqualTo(ReadmeExamples.Species.Gentoo);
      assertThat(answer.probability()).isBetween(0.5, 1.0);
      Map<String, Object> row = new HashMap<>();
      network.info().columns().forEach(column -> row.put(column.name(), null));
      Path answers = folder.resolve("answers.csv");
      assertThat(ReadmeExamples.loaded(bundle, TABLE, answers, row).probabilities()).hasSize(3);
      assertThat(answers).exists();
    }
  }
}
