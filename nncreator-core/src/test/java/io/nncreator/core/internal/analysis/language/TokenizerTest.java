// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.analysis.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The tokenizer")
class TokenizerTest {
  private static String words(String text) {
    return Tokenizer.tokens(text, "en").stream()
        .filter(Token::word)
        .map(Token::text)
        .collect(Collectors.joining(" "));
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource({
    "compressive_strength, compressive strength",
    "compressiveStrength, compressive strength",
    "CompressiveStrength, compressive strength",
    "HTTPServerLoad, http server load",
    "bill-length.mm, bill length mm",
    "v4, v 4",
    "don't, dont",
    "passenger's, passengers",
    "Größe, große",
    "Ёлка, елка",
    "прочность_бетона, прочность бетона",
    "预测价格, 预 测 价 格",
  })
  @DisplayName("cuts names as words")
  void names(String text, String expected) {
    assertThat(words(text)).isEqualTo(expected.replace("große", "große"));
  }

  @Test
  @DisplayName("keeps marks and quotes")
  void marks() {
    assertThat(Tokenizer.tokens("target = \"a b\" — c.", "en"))
        .extracting(Token::text)
        .containsExactly("target", "=", "a", "b", "-", "c", ".");
    assertThat(Tokenizer.tokens("x \"a b\" c", "en"))
        .extracting(Token::quoted)
        .containsExactly(false, true, true, false);
  }

  @ParameterizedTest(name = "{0} ~ {1}")
  @CsvSource({
    "passenger, passengers",
    "survived, survive",
    "wages, wage",
    "denied, deny",
    "прочность, прочности",
    "цена, ценой",
    "классы, классов",
    "возраст, возрасту",
  })
  @DisplayName("takes forms of a word for one word")
  void forms(String one, String other) {
    assertThat(Tokenizer.tokens(one, "en").get(0).sameWord(Tokenizer.tokens(other, "en").get(0)))
        .isTrue();
  }
}
