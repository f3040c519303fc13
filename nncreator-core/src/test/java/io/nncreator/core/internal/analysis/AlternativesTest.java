// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.nncreator.core.internal.analysis.language.Lexicons;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("What a sentence asks to choose from")
class AlternativesTest {
  private static final Lexicons LEXICONS = Lexicons.load();

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "sound, inner ring, outer ring or ball? | 4",
        "исправен, внутреннее кольцо, наружное кольцо или тело качения? | 4",
        "will it fail or not | 0",
        "bill depth please, don't use island or year | 0",
      })
  @DisplayName("is counted where it is listed")
  void counts(String text, long expected) {
    Sentence sentence = read(text);
    assertThat(Alternatives.count(sentence, RoleReader.read(sentence))).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "Which customers leave? | true",
        "Какие клиенты уйдут? | true",
        "Which kind of bird is it? | false",
        "Какую букву получит дом? | false",
      })
  @DisplayName("are rows, not kinds")
  void selects(String text, boolean expected) {
    assertThat(read(text).selects()).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "Можно ли вычислить холестерин по анализам? | false",
        "Уйдёт ли клиент? | true",
        "Is it possible to predict the price? | false",
      })
  @DisplayName("is no yes or no in a polite question")
  void polite(String text, boolean expected) {
    assertThat(read(text).yesOrNo()).isEqualTo(expected);
  }

  private static Sentence read(String text) {
    return Sentence.read(text, 2000, LEXICONS, Set.of());
  }
}
