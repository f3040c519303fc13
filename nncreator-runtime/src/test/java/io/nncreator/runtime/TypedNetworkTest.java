// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nncreator.api.error.ErrorCode;
import io.nncreator.api.error.PredictionException;
import io.nncreator.runtime.bundle.Bundles;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A typed network")
class TypedNetworkTest {
  private static final NeuralNetwork PORT = NeuralNetwork.of(Bundles.classification());
  private static final NeuralNetwork PRICE = NeuralNetwork.of(Bundles.regression());

  enum Sex {
    male,
    female
  }

  enum Port {
    CHERBOURG,
    QUEENSTOWN,
    SOUTHAMPTON
  }

  record Passenger(
      @Nullable Double age,
      double fare,
      boolean alone,
      Sex sex,
      int cabinClass,
      LocalDate boarded,
      String name) {}

  record Answer(
      Port port, double probability, Map<String, Double> probabilities, List<String> notes) {}

  record Price(double price) {}

  private static final Passenger KELLY =
      new Passenger(null, 7.25, true, Sex.male, 3, LocalDate.of(1912, 4, 11), "Kelly");

  @AfterAll
  static void close() {
    PORT.close();
    PRICE.close();
  }

  @Test
  @DisplayName("takes and gives records")
  void records() {
    TypedNetwork<Passenger, Answer> network = PORT.as(Passenger.class, Answer.class);
    Answer answer = network.predict(KELLY);
    Prediction plain = PORT.predict(KELLY);
    assertThat(answer.port().name().toLowerCase(java.util.Locale.ROOT))
        .isEqualTo(plain.label().toLowerCase(java.util.Locale.ROOT).replaceAll("[`|]", ""));
    assertThat(answer.probability()).isEqualTo(plain.probability(plain.label()));
    assertThat(answer.probabilities()).isEqualTo(plain.probabilities());
    assertThat(network.predictAll(List.of(KELLY, KELLY)))
        .extracting(Answer::port)
        .containsExactly(answer.port(), answer.port());
    assertThat(network.predictAll(List.of())).isEmpty();
    assertThat(PRICE.as(Passenger.class, Price.class).predict(KELLY).price())
        .isEqualTo(PRICE.predict(KELLY).number());
  }

  @Test
  @DisplayName("refuses row types that lack a column or hold what a column never takes")
  void rows() {
    record Nameless(double age) {}
    refused(Nameless.class, Price.class, "has no component for the column (fare)");
    record Typo(double agee) {}
    refused(Typo.class, Price.class, "Maybe rename (agee)");
    record Wrong(
        LocalDate age, double fare, boolean alone, Sex sex, int cabinClass, LocalDate boarded) {}
    refused(
        Wrong.class,
        Price.class,
        "is a LocalDate, must hold a number such as 12.5. Maybe make it a Double.");
  }

  @Test
  @DisplayName("refuses answer types that cannot hold the answer")
  void answers() {
    record Unknown(double cost) {}
    refused(Passenger.class, Unknown.class, "The component (cost) of record");
    record Text(String price) {}
    refused(Passenger.class, Text.class, "but the answer is a number. Maybe make it a double.");
    record Sure(double price, double probability) {}
    refused(Passenger.class, Sure.class, "(probability) of record");
    record Twice(double price, double prediction) {}
    refused(Passenger.class, Twice.class, "says the same as another one");
    record Few(Sex port) {}
    assertThatThrownBy(() -> PORT.as(Passenger.class, Few.class))
        .isInstanceOf(PredictionException.class)
        .hasMessageContaining("is an enum without exactly one constant for each class");
    record Flag(boolean port) {}
    assertThatThrownBy(() -> PORT.as(Passenger.class, Flag.class))
        .isInstanceOf(PredictionException.class)
        .hasMessageContaining("is a boolean, but the answer is one of [Cherbourg");
  }

  private static void refused(
      Class<? extends Record> row, Class<? extends Record> answer, String why) {
    assertThatThrownBy(() -> PRICE.as(row, answer))
        .isInstanceOfSatisfying(
            PredictionException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.ROW_RECORD_TYPE))
        .hasMessageContaining(why);
  }
}
