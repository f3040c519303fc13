// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.nncreator.core.internal.analysis.language.Lexicons;
import io.nncreator.core.internal.analysis.language.Topic;
import java.util.Comparator;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("What a sentence orders")
class RequestTest {
  private static final Lexicons LEXICONS = Lexicons.load();
  private static final Set<String> KEYS =
      Set.of("objective.unsupported", "objective.produced", "objective.recommend");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Translate the letters into German",
        "Please recommend five films to each member",
        "We need a bot that answers our customers",
        "Напишите рекламный текст для каждого товара",
        "Пожалуйста, нарисуй логотип для каждого магазина",
        "Bitte die Texte ins Polnische übersetzen",
        "Schreibe zu jedem Produkt einen Werbetext",
        "Escribe una descripción para cada producto",
      })
  @DisplayName("outweighs any column where it leads")
  void ordered(String text) {
    assertThat(strength(text)).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Who will pay late? Otherwise I write a reminder to everybody",
        "Zahlt der Kunde pünktlich? Ich schreibe sonst wieder Mahnungen",
        "Wie viele Besucher kommen morgen (Dienstplan!)",
        "¿Quién abandona el curso? Me gustaría escribirles a tiempo",
        "Определи жанр трека, сам играю в группе",
        "Tell which customer leaves, so that we can recommend something better",
      })
  @DisplayName("weighs little in a remark")
  void aside(String text) {
    assertThat(strength(text)).isLessThan(0.5);
  }

  private static double strength(String text) {
    Sentence sentence = Sentence.read(text, 2000, LEXICONS, Set.of());
    Request request = new Request(sentence, RoleReader.read(sentence));
    return sentence.topics().stream()
        .filter(topic -> KEYS.contains(topic.key()))
        .min(Comparator.comparingInt(Topic::start))
        .map(request::strength)
        .orElseThrow();
  }
}
