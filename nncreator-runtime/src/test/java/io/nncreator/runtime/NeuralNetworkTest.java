// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.nncreator.api.error.ErrorCode;
import io.nncreator.api.error.PredictionException;
import io.nncreator.api.graph.Tensor;
import io.nncreator.runtime.bundle.Bundles;
import io.nncreator.runtime.bundle.NetworkBundle;
import io.nncreator.runtime.pipeline.FeaturePipeline;
import io.nncreator.runtime.pipeline.TargetEncoding;
import io.nncreator.runtime.pipeline.Vocabulary;
import io.nncreator.tck.reference.ReferenceInterpreter;
import io.nncreator.tck.reference.ReferenceTensor;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A network answers a row")
class NeuralNetworkTest {
  private static final NeuralNetwork PORT = NeuralNetwork.of(Bundles.classification());
  private static final NeuralNetwork PRICE = NeuralNetwork.of(Bundles.regression());

  @AfterAll
  static void close() {
    PORT.close();
    PRICE.close();
  }

  static Map<String, @Nullable Object> row() {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("age", 22);
    row.put("fare", 7.25);
    row.put("alone", true);
    row.put("sex", "male");
    row.put("cabin class", 3);
    row.put("boarded", LocalDate.of(1912, 4, 10));
    return row;
  }

  private static Map<String, @Nullable Object> with(String column, @Nullable Object cell) {
    Map<String, @Nullable Object> row = row();
    row.put(column, cell);
    return row;
  }

  @Test
  @DisplayName("or names every cell that is in the way, up to a limit")
  void problems() {
    Map<String, @Nullable Object> wrong = with("age", "old");
    wrong.put("alone", 7);
    Map<String, @Nullable Object> lacking = row();
    lacking.remove("sex");
    List<Map<String, @Nullable Object>> rows = List.of(row(), wrong, lacking);
    assertThat(PORT.problems(rows, 10))
        .extracting(p -> p.row() + " " + p.column() + " " + p.code())
        .containsExactly("2 age NNC-ROW-002", "2 alone NNC-ROW-002", "3 sex NNC-ROW-001");
    assertThat(PORT.problems(rows, 1)).hasSize(1);
    assertThat(PORT.problems(List.of(row()), 10)).isEmpty();
  }

  @Test
  @DisplayName("with a class and probabilities in the order of the classes")
  void classification() {
    Prediction answer = PORT.predict(row());
    assertThat(answer.probabilities().keySet())
        .containsExactly("Cherbourg", "Queens`town|", "Southampton");
    assertThat(answer.probabilities().values().stream().mapToDouble(p -> p).sum())
        .isCloseTo(1, within(1e-6));
    assertThat(answer.probability(answer.label()))
        .isEqualTo(answer.probabilities().values().stream().mapToDouble(p -> p).max().orElse(0));
    assertThat(answer.notes()).isEmpty();
    assertThatThrownBy(answer::number).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> answer.probability("Calais"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Southampton");
    assertThatThrownBy(() -> answer.probabilities().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  @DisplayName("with a number")
  void regression() {
    Prediction answer = PRICE.predict(row());
    assertThat(answer.number()).isFinite().isPositive();
    assertThat(answer.probabilities()).isEmpty();
    assertThatThrownBy(answer::label).isInstanceOf(IllegalStateException.class);
  }

  @Test
  @DisplayName("as the reference interpreter does, each column in its place")
  void reference() {
    NetworkBundle bundle = Bundles.regression();
    FeaturePipeline pipeline = bundle.model().pipeline();
    Map<String, Double> numbers =
        Map.of("age", 22.0, "fare", 7.25, "alone", 1.0, "boarded", -1_821_744_000.0);
    Map<String, String> texts = Map.of("sex", "male", "cabin class", "3");
    double[] values =
        pipeline.numberColumns().stream().mapToDouble(c -> numbers.get(c.name())).toArray();
    long[] codes =
        pipeline.categoryColumns().stream()
            .mapToLong(c -> ((Vocabulary) pipeline.textCodes(c.name())).code(texts.get(c.name())))
            .toArray();
    ReferenceTensor wanted =
        ReferenceInterpreter.run(
                bundle.model().graph(),
                bundle.weights(),
                Map.of(
                    FeaturePipeline.NUMBERS, Tensor.of(values, 1, values.length),
                    FeaturePipeline.CODES, Tensor.of(codes, 1, codes.length)))
            .get(TargetEncoding.VALUE);
    assertThat(PRICE.predict(row()).number()).isCloseTo(wanted.values()[0], withinPercentage(1e-3));
  }

  @Test
  @DisplayName("whatever Java type says the same thing")
  void forms() {
    Prediction wanted = PORT.predict(row());
    for (Object age : List.of("22", " 22.0 ", 22L, 22f, new BigDecimal("22"), (short) 22)) {
      assertThat(PORT.predict(with("age", age))).isEqualTo(wanted);
    }
    for (Object alone : List.of("true", "TRUE", "yes", "Yes", "1", 1, 1.0)) {
      assertThat(PORT.predict(with("alone", alone))).isEqualTo(wanted);
    }
    for (Object level : List.of("3", 3.0, "3.0", 3L, '3')) {
      assertThat(PORT.predict(with("cabin class", level))).isEqualTo(wanted);
    }
    LocalDateTime noon = LocalDateTime.of(1912, 4, 10, 0, 0);
    List<Object> times =
        List.of(
            noon,
            noon.toInstant(ZoneOffset.UTC),
            noon.atOffset(ZoneOffset.UTC),
            noon.atZone(ZoneOffset.UTC),
            OffsetDateTime.of(noon.plusHours(2), ZoneOffset.ofHours(2)),
            java.util.Date.from(noon.toInstant(ZoneOffset.UTC)),
            "1912-04-10",
            "1912-04-10T00:00:00Z",
            "10.04.1912",
            "10/4/1912");
    for (Object time : times) {
      assertThat(PORT.predict(with("boarded", time))).as("%s", time).isEqualTo(wanted);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "NA", "N/A", "NaN", "nan", "null", "NULL", "?"})
  @DisplayName("whose missing cells are written in any usual way")
  void missingTokens(String token) {
    for (String column : row().keySet()) {
      assertThat(PORT.predict(with(column, token))).isEqualTo(PORT.predict(with(column, null)));
    }
    assertThat(PORT.predict(with("age", Double.NaN))).isEqualTo(PORT.predict(with("age", null)));
  }

  @Test
  @DisplayName("with a note when a value was never missing in the training data")
  void missingNote() {
    assertThat(PORT.predict(with("age", null)).notes()).isEmpty();
    assertThat(PORT.predict(with("fare", null)).notes())
        .containsExactly(
            "The value of column (fare) is missing, which it never was in the training data.");
  }

  @Test
  @DisplayName("with a note when a category is unknown")
  void unknownCategory() {
    Prediction answer = PORT.predict(with("sex", "diverse"));
    assertThat(answer.notes())
        .containsExactly(
            "The category (diverse) of column (sex) is unknown: the network has not learnt it.");
    assertThat(answer).isNotEqualTo(PORT.predict(row()));
    assertThat(PORT.predict(with("cabin class", 4)).notes()).hasSize(1);
  }

  @Test
  @DisplayName("with a note when a number is outside the training data")
  void outside() {
    assertThat(PORT.predict(with("age", 200)).notes())
        .containsExactly("The value 200 of column (age) is outside the training data (0.5 to 80).");
    assertThat(PORT.predict(with("boarded", Instant.parse("2026-01-02T03:04:05Z"))).notes())
        .containsExactly(
            "The value 2026-01-02T03:04:05 of column (boarded) is outside the training data"
                + " (1909-10-17T06:13:20 to 1916-02-18T01:46:40).");
  }

  @Test
  @DisplayName("whose columns are named a little otherwise")
  void looseNames() {
    Map<String, @Nullable Object> row = row();
    row.put("Cabin_Class", row.remove("cabin class"));
    row.put("FARE", row.remove("fare"));
    row.put("something else", "ignored");
    assertThat(PORT.predict(row)).isEqualTo(PORT.predict(row()));
    row.put("cabin-class", 1);
    assertThatThrownBy(() -> PORT.predict(row))
        .isInstanceOfSatisfying(
            PredictionException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.ROW_COLUMN_MISSING));
  }

  @Test
  @DisplayName("but names a column that is absent, and what may be meant")
  void absent() {
    Map<String, @Nullable Object> row = row();
    row.put("fares", row.remove("fare"));
    assertThatThrownBy(() -> PORT.predictAll(List.of(row(), row)))
        .isInstanceOfSatisfying(
            PredictionException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.ROW_COLUMN_MISSING))
        .hasMessage(
            "The column (fare) is not in row 2 (columns: age, alone, sex, cabin class, boarded,"
                + " fares). Maybe (fares) is meant: give it the name of the column.");
    assertThatThrownBy(() -> PORT.predict(Map.of()))
        .hasMessageContaining("The column (age) is not in row 1 (columns: none)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "age|abc|a number such as 12.5",
        "age|1,5|a number such as 12.5",
        "age|0x10|a number such as 12.5",
        "age|Infinity|a number such as 12.5",
        "alone|maybe|true or false",
        "boarded|soon|31.01.2026",
        "boarded|1912-13-45|a date such as 2026-01-31",
      })
  @DisplayName("but names a cell of the wrong type")
  void wrongType(String column, String cell, String rule) {
    assertThatThrownBy(() -> PORT.predictAll(List.of(row(), row(), with(column, cell))))
        .isInstanceOfSatisfying(
            PredictionException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.ROW_CELL_TYPE))
        .hasMessageContaining("The column (" + column + ") holds (" + cell + ") in row 3, must be")
        .hasMessageContaining(rule);
  }

  @Test
  @DisplayName("but names an object of the wrong type, shortened and harmless")
  void wrongObject() {
    List<Object> wrong =
        List.of(true, new ArrayList<>(), Double.POSITIVE_INFINITY, "\u001b[31m" + "x".repeat(999));
    for (Object cell : wrong) {
      assertThatThrownBy(() -> PORT.predict(with("age", cell)))
          .isInstanceOf(PredictionException.class)
          .satisfies(e -> assertThat(e.getMessage().length()).isLessThan(250))
          .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\u001b"));
    }
    assertThatThrownBy(() -> PORT.predict(with("sex", Map.of())))
        .isInstanceOf(PredictionException.class);
    assertThatThrownBy(() -> PORT.predict(with("alone", 2)))
        .isInstanceOf(PredictionException.class);
  }

  @Test
  @DisplayName("and any number of rows at once, in their order")
  void many() {
    assertThat(PORT.predictAll(List.of())).isEmpty();
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    for (int i = 0; i < 5000; i++) {
      rows.add(with("age", i % 80));
    }
    Predictions answers = PORT.predictAll(rows);
    assertThat(answers).hasSize(5000);
    for (int i : new int[] {0, 1, 79, 4095, 4096, 4999}) {
      Prediction single = PORT.predict(rows.get(i));
      assertThat(answers.get(i).label()).isEqualTo(single.label());
      single
          .probabilities()
          .forEach(
              (label, p) ->
                  assertThat(answers.get(i).probability(label)).isCloseTo(p, within(1e-6)));
    }
  }

  @Test
  @DisplayName("the same on four threads at once")
  void threads() throws Exception {
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      rows.add(with("fare", i));
    }
    List<Prediction> wanted = List.copyOf(PORT.predictAll(rows));
    ExecutorService pool = Executors.newFixedThreadPool(4);
    try {
      Callable<List<Prediction>> task =
          () -> {
            List<Prediction> answers = List.of();
            for (int i = 0; i < 20; i++) {
              answers = List.copyOf(PORT.predictAll(rows));
            }
            return answers;
          };
      for (Future<List<Prediction>> future : pool.invokeAll(List.of(task, task, task, task))) {
        assertThat(future.get()).isEqualTo(wanted);
      }
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  @DisplayName("until it is closed")
  void closed() {
    NeuralNetwork network = NeuralNetwork.of(Bundles.regression());
    network.close();
    network.close();
    assertThatThrownBy(() -> network.predict(row()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("The network (The price) is closed.");
    assertThat(network.info().name()).isEqualTo("The price");
  }

  @Test
  @DisplayName("given as a record")
  void record() {
    record Passenger(
        int age, double fare, boolean alone, String sex, int cabinClass, String boarded) {}
    assertThat(PORT.predict(new Passenger(22, 7.25, true, "male", 3, "1912-04-10")))
        .isEqualTo(PORT.predict(row()));
  }

  @Test
  @DisplayName("given as a map without an order or with null keys ignored")
  void maps() {
    Map<String, @Nullable Object> row = new HashMap<>(row());
    row.put(null, "x");
    assertThat(PORT.predict(row)).isEqualTo(PORT.predict(row()));
  }
}
