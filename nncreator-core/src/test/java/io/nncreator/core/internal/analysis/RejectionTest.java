// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.nncreator.core.internal.analysis.language.Lexicons;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("What a sentence turns down")
class RejectionTest {
  private static final Lexicons LEXICONS = Lexicons.load();

  @ParameterizedTest(name = "{2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "colour | weight | I have no interest in the colour - estimate the weight",
        "colour | weight | Never mind the colour, tell me the weight",
        "colour | weight | The colour does not matter. What is the weight?",
        "colour | weight | I can tell the colour myself, that is not the question. Tell the weight",
        "colour | weight | We need not the colour but the weight",
        "цвет | вес | Цвет меня не интересует, нужен вес",
        "цвет | вес | Нужен не цвет, а вес",
        "цвет | вес | Цвет я и сам вижу. Определи вес",
        "цвет | вес | Речь не про цвет. Предскажи вес",
        "farbe | gewicht | Nicht die Farbe, sondern das Gewicht vorhersagen",
        "farbe | gewicht | Die Farbe brauche ich nicht, wie hoch ist das Gewicht?",
        "color | peso | El color no me importa, quiero predecir el peso",
      })
  @DisplayName("is no target, and what stands beside it is")
  void turnedDown(String rejected, String asked, String text) {
    assertThat(role(text, rejected).weight()).isZero();
    assertThat(role(text, asked).weight()).isPositive();
  }

  private static Role role(String text, String word) {
    Sentence sentence = Sentence.read(text, 2000, LEXICONS, Set.of());
    for (int i = 0; i < sentence.tokens().size(); i++) {
      if (sentence.tokens().get(i).text().equals(word)) {
        return RoleReader.read(sentence).get(i);
      }
    }
    throw new AssertionError(word + " does not stand in: " + text);
  }
}
