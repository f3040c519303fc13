// SPDX-License-Identifier: Apache-2.0
package io.nncreator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.nncreator.core.NeuralNetworkCreator;
import io.nncreator.runtime.NeuralNetwork;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The code of README.md")
class ReadmeIT {
  private static final Path TABLE = Path.of(CliProcess.example("penguins.csv"));

  @TempDir private Path folder;

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
