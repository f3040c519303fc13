// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each code has a page in docs/errors, and each page a code. */
class ErrorPagesTest {
  private static final Path PAGES = root().resolve("docs").resolve("errors");

  @ParameterizedTest
  @EnumSource
  void aCodeHasAPageWithItsHeadings(ErrorCode code) throws IOException {
    List<String> lines = Files.readAllLines(PAGES.resolve(code.code() + ".md"));
    assertThat(lines.get(0)).matches("# " + code.code() + ": \\S.*[^.]");
    assertThat(lines.stream().filter(line -> line.startsWith("## ")))
        .containsExactly("## What happened", "## Why", "## What to do");
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).startsWith("## ")) {
        assertThat(lines.get(i + 2)).as("text under %s", lines.get(i)).isNotBlank();
      }
    }
  }

  @Test
  void everyPageHasACodeAndStandsInTheIndex() throws IOException {
    List<String> codes = Arrays.stream(ErrorCode.values()).map(ErrorCode::code).toList();
    try (Stream<Path> pages = Files.list(PAGES)) {
      assertThat(pages.map(page -> page.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(
              Stream.concat(codes.stream().map(code -> code + ".md"), Stream.of("README.md"))
                  .toList());
    }
    List<String> rows =
        Files.readAllLines(PAGES.resolve("README.md")).stream()
            .filter(line -> line.startsWith("| ["))
            .toList();
    assertThat(rows).hasSameSizeAs(codes);
    for (int i = 0; i < codes.size(); i++) {
      String code = codes.get(i);
      String title = Files.readAllLines(PAGES.resolve(code + ".md")).get(0).substring(2);
      assertThat(rows.get(i))
          .isEqualTo("| [%s](%s.md) | %s |", code, code, title.substring(title.indexOf(": ") + 2));
    }
  }

  @Test
  void codesAreUniqueAndOfOneForm() {
    assertThat(Arrays.stream(ErrorCode.values()).map(ErrorCode::code))
        .doesNotHaveDuplicates()
        .allMatch(code -> code.matches("NNC-[A-Z]+-\\d{3}"));
    assertThat(ErrorCode.SPEC_SHAPE).hasToString("NNC-SPEC-004");
  }

  /** Tests run in the module's folder or in the one above it. */
  private static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    return Files.isDirectory(folder.resolve("docs")) ? folder : folder.resolve("..").normalize();
  }
}
