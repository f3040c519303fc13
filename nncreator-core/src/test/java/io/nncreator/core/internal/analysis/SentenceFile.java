// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.analysis;

import io.nncreator.api.error.NnCreatorException;
import io.nncreator.api.task.TaskSettings;
import io.nncreator.api.task.TaskSpec;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Sentences with the tasks that people would expect of them. */
final class SentenceFile {
  /** One line: {@code schema | target | objective | metric | sentence}. */
  record Case(String table, String target, String objective, String metric, String sentence) {
    /** Returns what was told otherwise, or nothing if all is as expected. */
    Optional<String> difference(TaskAnalyst analyst) {
      TestTable data = TestTables.named(table);
      String got;
      try {
        TaskSpec task = analyst.analyse(sentence, data.profile(), data.data(), TaskSettings.NONE);
        boolean same =
            task.target().value().equals(target)
                && task.objective().value().name().equals(objective)
                && (metric.equals("*") || task.metric().value().name().equals(metric));
        got = same ? "" : task.target() + " " + task.objective().value() + " " + task.metric();
      } catch (NnCreatorException e) {
        String expected =
            switch (objective) {
              case "UNCLEAR" -> "NNC-TASK-001";
              case "UNKNOWN" -> "NNC-DATA-003";
              default -> "taken for " + objective + " ";
            };
        got = e.toString().contains(expected) ? "" : e.toString();
      }
      return got.isEmpty() ? Optional.empty() : Optional.of(this + "\n    got " + got);
    }
  }

  private SentenceFile() {}

  static List<Case> read(String file) {
    try (InputStream in =
        Objects.requireNonNull(SentenceFile.class.getResourceAsStream(file), file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.split(" \\| ", 5))
          .map(part -> new Case(part[0], part[1], part[2], part[3], part[4]))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
