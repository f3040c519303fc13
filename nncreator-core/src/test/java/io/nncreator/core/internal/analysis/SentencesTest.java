// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.nncreator.core.internal.analysis.SentenceFile.Case;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Sentences in English and Russian")
class SentencesTest {
  private final TaskAnalyst analyst = TaskAnalyst.create();

  @Test
  @DisplayName("become the tasks that people mean")
  void sentences() {
    assertThat(differences("sentences.txt")).isEmpty();
  }

  private List<String> differences(String file) {
    List<Case> cases = SentenceFile.read(file);
    assertThat(cases).hasSizeGreaterThan(20);
    return cases.stream().map(each -> each.difference(analyst)).flatMap(Optional::stream).toList();
  }
}
