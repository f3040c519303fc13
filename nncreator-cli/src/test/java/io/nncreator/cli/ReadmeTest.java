// SPDX-License-Identifier: Apache-2.0
package io.nncreator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.nncreator.api.task.Metric;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("README.md")
class ReadmeTest {
  private static final Path ROOT = Path.of("..");
  private static final Path EXAMPLES =
      Path.of("src/test/java/io/nncreator/cli/ReadmeExamples.java");

  @ParameterizedTest
  @ValueSource(strings = {"quick-start", "settings", "records", "typed", "loaded"})
  @DisplayName("shows code that the build has compiled")
  void code(String tag) throws IOException {
    String readme = Files.readString(ROOT.resolve("README.md"));
    String code = words(region(Files.readString(EXAMPLES), tag));
    List<String> blocks = new ArrayList<>();
    Matcher matcher = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL).matcher(readme);
    while (matcher.find()) {
      blocks.add(words(matcher.group(1)));
    }
    assertThat(blocks).as(tag).anyMatch(block -> block.contains(code));
  }

  @Test
  @DisplayName("links only to what is there")
  void links() throws IOException {
    String readme = Files.readString(ROOT.resolve("README.md"));
    Matcher matcher = Pattern.compile("]\\((?!https?:)([^)#]+)").matcher(readme);
    while (matcher.find()) {
      assertThat(ROOT.resolve(matcher.group(1))).exists();
    }
  }

  @Test
  @DisplayName("names only metrics that there are, as docs/metrics.md does")
  void metrics() throws IOException {
    String page = Files.readString(ROOT.resolve("docs/metrics.md"));
    for (Metric metric : Metric.values()) {
      assertThat(page).contains("| `" + metric.id() + "` |");
    }
  }

  private static String region(String source, String tag) {
    return source
        .substring(source.indexOf("// tag::" + tag + "[]"), source.indexOf("// end::" + tag + "[]"))
        .lines()
        .skip(1)
        .collect(Collectors.joining("\n"));
  }

  /** Line breaks and indentation may differ: the source is formatted by a machine. */
  private static String words(String code) {
    return code.replaceAll("\\s+", "").toLowerCase(Locale.ROOT);
  }
}
