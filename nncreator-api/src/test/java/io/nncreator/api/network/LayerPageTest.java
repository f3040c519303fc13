// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The page about layers has each layer of the catalogue with all its settings, and its formula. */
class LayerPageTest {
  @Test
  void everyLayerStandsOnThePageWithItsSettings() throws IOException {
    List<String> lines = Files.readAllLines(root().resolve("docs").resolve("layers.md"));
    for (Map.Entry<String, Class<? extends Record>> layer : Layers.catalog().types().entrySet()) {
      String name = "`" + layer.getKey() + "`";
      String row =
          lines.stream()
              .filter(line -> line.startsWith("| ") && line.split("\\|")[1].contains(name))
              .findFirst()
              .orElse("");
      assertThat(row).as("row of %s", name).isNotEmpty();
      for (RecordComponent setting : layer.getValue().getRecordComponents()) {
        assertThat(row)
            .as("settings of %s", name)
            .matches(text -> text.contains("`" + setting.getName() + "`") || text.contains("as `"));
      }
      assertThat(lines.stream().filter(line -> !line.startsWith("|")))
          .as("formula of %s", name)
          .anyMatch(line -> line.contains("**" + name + "**"));
    }
  }

  /** Tests run in the module's folder or in the one above it. */
  private static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    return Files.isDirectory(folder.resolve("docs")) ? folder : folder.resolve("..").normalize();
  }
}
