// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.analysis.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.nncreator.api.task.Metric;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The vocabularies")
class VocabularyTest {
  @ParameterizedTest
  @ValueSource(strings = {"en", "ru", "de", "es", "zh"})
  @DisplayName("use only keys that the English one has")
  void keys(String language) {
    Set<String> english = Vocabulary.read("en").phrases().keySet();
    Set<String> theirs = new HashSet<>(Vocabulary.read(language).phrases().keySet());
    theirs.remove("homograph");
    assertThat(english).containsAll(theirs);
  }

  @Test
  @DisplayName("name each metric")
  void metrics() {
    Set<String> named =
        Vocabulary.read("en").phrases().keySet().stream()
            .filter(key -> key.startsWith("metric."))
            .map(key -> key.substring("metric.".length()))
            .collect(Collectors.toSet());
    Set<String> all =
        java.util.Arrays.stream(Metric.values()).map(Metric::id).collect(Collectors.toSet());
    assertThat(named).isEqualTo(all);
  }

  @Test
  @DisplayName("know the concept of each opposite")
  void opposites() {
    Set<String> keys = Vocabulary.read("en").phrases().keySet();
    assertThat(keys.stream().filter(key -> key.startsWith("opposite.")))
        .isNotEmpty()
        .allMatch(key -> keys.contains(key.replace("opposite.", "concept.")));
  }
}
