// SPDX-License-Identifier: Apache-2.0
package io.nncreator.benchmarks.sentences;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shares that docs/tasks.md states, as floors. */
@DisplayName("Sentences of the development set")
class DevelopmentSetTest {
  @ParameterizedTest(name = "{0}: at least {1}")
  @CsvSource({"ru, 0.95", "en, 0.96", "de, 0.94", "es, 0.93", "zh, 0.92"})
  @DisplayName("are understood as often as stated")
  void floor(String language, double least) throws IOException {
    assertThat(SentencesBenchmark.share(language)).isGreaterThanOrEqualTo(least);
  }
}
