// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nncreator.api.error.ErrorCode;
import io.nncreator.api.error.SpecException;
import io.nncreator.api.network.Layer;
import io.nncreator.api.network.Linear;
import io.nncreator.api.network.NetworkAssembly;
import io.nncreator.api.network.NetworkSpec;
import io.nncreator.api.task.Inferred;
import io.nncreator.api.training.TrainingRecipe;
import io.nncreator.tck.random.RandomNetworks;
import io.nncreator.tck.random.RandomRecipes;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The JSON of records")
class RecordJsonTest {
  private static final String SPEC =
      """
      {"name": "small", "embeddingWidth": 8, "nodes": [
        {"id": "hidden", "layer": {"kind": "linear", "units": 4, "bias": true},
         "inputs": ["features"]}]}
      """;

  record Everything(
      String text,
      boolean truth,
      int whole,
      long big,
      float small,
      double real,
      Instant at,
      Duration took,
      double[] cells,
      List<Inferred<String>> parts,
      Map<String, @Nullable String> cellsByName,
      @Nullable Integer none) {}

  @Test
  @DisplayName("brings random networks back")
  void networks() {
    for (long seed = 0; seed < 200; seed++) {
      NetworkAssembly network = new RandomNetworks(seed).network();
      String json = RecordJson.write(network);
      assertThat(RecordJson.read(json, NetworkAssembly.class)).isEqualTo(network);
      assertThat(RecordJson.write(RecordJson.read(json, NetworkAssembly.class))).isEqualTo(json);
    }
  }

  @Test
  @DisplayName("brings random recipes back")
  void recipes() {
    for (long seed = 0; seed < 200; seed++) {
      TrainingRecipe recipe = new RandomRecipes(seed).recipe(seed % 2 == 0);
      assertThat(RecordJson.read(RecordJson.write(recipe), TrainingRecipe.class)).isEqualTo(recipe);
    }
  }

  @Test
  @DisplayName("brings every kind of component back")
  void components() {
    Map<String, @Nullable String> cells = new LinkedHashMap<>();
    cells.put("b", null);
    cells.put("a", "\u0000\"\\ \uD83D\uDE00");
    Everything all =
        new Everything(
            "text",
            true,
            Integer.MIN_VALUE,
            Long.MAX_VALUE,
            0.1f,
            Double.MIN_VALUE,
            Instant.parse("2026-01-02T03:04:05.678Z"),
            Duration.ofMillis(1234),
            new double[] {1, -0.5},
            List.of(Inferred.explicit("x")),
            cells,
            null);
    String json = RecordJson.write(all);
    Everything back = RecordJson.read(json, Everything.class);
    assertThat(back).usingRecursiveComparison().isEqualTo(all);
    assertThat(back.cellsByName().keySet()).containsExactly("b", "a");
    assertThat(json).contains("\"small\" : 0.1,").doesNotContain("none");
  }

  @Test
  @DisplayName("reads a network that a person has written")
  void spec() {
    NetworkSpec spec = RecordJson.read(SPEC, NetworkSpec.class);
    assertThat(spec.nodes().get(0).layer()).isEqualTo(new Linear(4));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"units\": 4 | \"unit\": 4 | nodes[0].layer.unit | maybe units",
        "\"units\": 4, |  | nodes[0].layer.units | there; the fields are",
        "\"units\": 4 | \"units\": \"4\" | nodes[0].layer.units | a whole number",
        "\"units\": 4 | \"units\": 4.0 | nodes[0].layer.units | a whole number",
        "\"units\": 4 | \"units\": 4294967300 | nodes[0].layer.units | a whole number",
        "\"units\": 4 | \"units\": null | nodes[0].layer.units | not null",
        "\"bias\": true | \"bias\": 1 | nodes[0].layer.bias | true or false",
        "linear | lineer | nodes[0].layer.kind | maybe linear",
        "linear | io.nncreator.api.network.Linear | nodes[0].layer.kind | one of",
        "\"inputs\": [\"features\"] | \"inputs\": 1 | nodes[0].inputs | an array",
        "\"small\" | {} | name | a text",
      })
  @DisplayName("says where and what is wrong")
  void wrong(String old, @Nullable String replacement, String path, String rule) {
    String broken = SPEC.replace(old, replacement == null ? "" : replacement);
    assertThatThrownBy(() -> RecordJson.read(broken, NetworkSpec.class))
        .isInstanceOfSatisfying(
            SpecException.class,
            e -> {
              assertThat(e.code()).isEqualTo(ErrorCode.SPEC_SYNTAX);
              assertThat(e.path()).isEqualTo(path);
              assertThat(e).hasMessageContaining(rule);
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "null",
        "[]",
        "{\"kind\": \"dropout\", \"rate\": NaN}",
        "{\"kind\": \"dropout\", \"rate\": 1e999}",
        "{\"kind\": \"dropout\", \"rate\": 0.1, \"rate\": 0.2}",
        "{\"kind\": \"dropout\", \"kind\": \"linear\", \"rate\": 0.1}",
        "{\"kind\": [\"dropout\"], \"rate\": 0.1}",
        "{\"kind\": \"dropout\", \"rate\": 0.1} x",
        "{\"kind\": \"dropout\", \"rate\": 0.1, \"@class\": \"java.lang.Runtime\"}",
      })
  @DisplayName("refuses what is not one sound object")
  void unsound(String json) {
    assertThatThrownBy(() -> RecordJson.readPart(json, Layer.class))
        .isInstanceOfSatisfying(
            SpecException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.SPEC_SYNTAX));
  }

  @Test
  @DisplayName("refuses depth and length beyond the limits")
  void limits() {
    String deep = "[".repeat(100_000);
    assertThatThrownBy(() -> RecordJson.readPart(deep, Layer.class))
        .isInstanceOf(SpecException.class);
    String vast = "\"" + "x".repeat(RecordJson.MAX_LENGTH) + "\"";
    assertThatThrownBy(() -> RecordJson.readPart(vast, Layer.class))
        .isInstanceOf(SpecException.class);
  }

  @Test
  @DisplayName("passes on the rule that a setting breaks")
  void setting() {
    assertThatThrownBy(
            () -> RecordJson.readPart("{\"kind\": \"dropout\", \"rate\": 1}", Layer.class))
        .isInstanceOfSatisfying(
            SpecException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.SPEC_SETTING))
        .hasMessageContaining("rate (1.0) must be in [0.0, 1.0)");
  }

  @Test
  @DisplayName("shows foreign text without its control characters")
  void hostile() {
    assertThatThrownBy(
            () ->
                RecordJson.readPart(
                    "{\"kind\": \"\\u001b[31m\\u202e" + "x".repeat(999) + "\"}", Layer.class))
        .isInstanceOf(SpecException.class)
        .hasMessageContaining("\\u001b[31m\\u202exxx")
        .satisfies(e -> assertThat(e.getMessage().length()).isLessThan(800));
  }

  @Test
  @DisplayName("does not write numbers that are not finite")
  void notFinite() {
    record Half(double x) {}
    assertThatThrownBy(() -> RecordJson.write(new Half(Double.NaN)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
