// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.analysis.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The vocabulary")
class LexiconTest {
  private static final Lexicons LEXICONS = Lexicons.load();

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "please leave the name out, role.omit",
    "leave name and city out, role.omit",
    "придёт ли пациент на приём, concept.noshow",
    "на следующие две недели, objective.forecast",
    "next 14 days, objective.forecast",
  })
  @DisplayName("finds words with others between, and numbers in words")
  void finds(String text, String key) {
    assertThat(keys(text)).contains(key);
  }

  @ParameterizedTest(name = "{0}: not {1}")
  @CsvSource({
    "leave it. The name goes out, role.omit",
    "predecir la nota, role.not",
    "как сохнет краска, demand.kind",
    "надо найти температуру, concept.milk",
    "температура воды, concept.topic",
  })
  @DisplayName("does not confuse words that begin alike")
  void confuses(String text, String key) {
    assertThat(keys(text)).doesNotContain(key);
  }

  @Test
  @DisplayName("tells words of one family and abbreviations")
  void kin() {
    assertThat(Kinship.beginAlike(word("пригласят"), word("приглашён"))).isTrue();
    assertThat(Kinship.beginAlike(word("контроль"), word("контракт"))).isFalse();
    assertThat(Kinship.abbreviates(word("temp"), word("temperature"))).isTrue();
    assertThat(Kinship.abbreviates(word("temp"), word("temple"))).isFalse();
  }

  @Test
  @DisplayName("tells consonants of a word and Russian words of one root")
  void roots() {
    assertThat(Kinship.abbreviates(word("qlty"), word("quality"))).isTrue();
    assertThat(Kinship.abbreviates(word("date"), word("deliberate"))).isFalse();
    assertThat(Kinship.sameRoot(word("заплатит"), word("оплатил"))).isTrue();
    assertThat(Kinship.sameRoot(word("заплатит"), word("завод"))).isFalse();
  }

  @ParameterizedTest(name = "{0} is {1}: {2}")
  @CsvSource({
    "литология, lithology, true",
    "лактоза, lactose, true",
    "дефект, defect, true",
    "скважина, lithology, false",
    "контроль, contract, false",
    "цена, price, false",
  })
  @DisplayName("tells words borrowed from another language")
  void cognates(String one, String other, boolean same) {
    assertThat(Cognate.of(word(one)).alike(Cognate.of(word(other)))).isEqualTo(same);
  }

  private static List<String> keys(String text) {
    String language = LEXICONS.language(text);
    return LEXICONS.of(language).topics(Tokenizer.tokens(text, language)).stream()
        .map(Topic::key)
        .toList();
  }

  private static Token word(String text) {
    return Tokenizer.tokens(text, "ru").get(0);
  }
}
