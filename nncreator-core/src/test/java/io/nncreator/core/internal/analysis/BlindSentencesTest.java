// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.nncreator.core.internal.analysis.SentenceFile.Case;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The scores that docs/tasks.md states, as floors. */
@DisplayName("Sentences written after the rules")
class BlindSentencesTest {
  private final TaskAnalyst analyst = TaskAnalyst.create();

  @ParameterizedTest(name = "{0}: at least {1}")
  @CsvSource({"blind.txt, 78", "blind2.txt, 55"})
  @DisplayName("are understood as often as stated")
  void score(String file, int floor) {
    List<Case> cases = SentenceFile.read(file);
    List<String> wrong =
        cases.stream().map(each -> each.difference(analyst)).flatMap(Optional::stream).toList();
    assertThat(cases.size() - wrong.size()).as("wrong: %s", wrong).isGreaterThanOrEqualTo(floor);
  }
}
