// SPDX-License-Identifier: Apache-2.0
package io.nncreator.cli.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Text")
class TextTest {
  @ParameterizedTest
  @CsvSource({"60s, 60", "90, 90", "5m, 300", "1h30m, 5400", "PT1M, 60", "pt0.5s, 0", "2H, 7200"})
  @DisplayName("reads spans of time")
  void durations(String text, long seconds) {
    assertThat(Durations.parse(text).toSeconds()).isEqualTo(seconds);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "5 minutes", "-3s", "9999999999s"})
  @DisplayName("refuses other texts as spans of time")
  void noDurations(String text) {
    assertThatThrownBy(() -> Durations.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Maybe write 60s, 5m, 1h30m or PT1M.");
  }

  @ParameterizedTest
  @CsvSource({
    "420, 0.4 s",
    "42000, 42 s",
    "60000, 1 min",
    "125000, 2 min 5 s",
    "5400000, 1 h 30 min"
  })
  @DisplayName("writes spans of time")
  void formatsDurations(long millis, String text) {
    assertThat(Durations.format(Duration.ofMillis(millis))).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0.98551 | 0.9855",
        "1       | 1",
        "0       | 0",
        "0.00123 | 0.001230",
        "0.5     | 0.5000",
        "12.3456 | 12.35",
        "57995.4 | 57995",
        "0.00001 | 1.000e-05",
        "-0.25   | -0.2500",
        "NaN     | not defined"
      })
  @DisplayName("writes about four digits of a number")
  void numbers(double number, String text) {
    assertThat(Numbers.significant(number)).isEqualTo(text);
  }

  @Test
  @DisplayName("writes JSON that any reader takes")
  void json() {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("text", "a\"b\\\n\u001b é \ud83d\ude00 \ud83d");
    object.put("numbers", List.of(1, 0.5, Double.NaN));
    object.put("none", null);
    object.put("yes", true);
    assertThat(Json.write(object))
        .isEqualTo(
            "{\"text\": \"a\\\"b\\\\\\u000a\\u001b é \ud83d\ude00 \\ud83d\","
                + " \"numbers\": [1, 0.5, null], \"none\": null, \"yes\": true}");
  }

  @Test
  @DisplayName("shows what could steer a terminal instead of obeying it")
  void safe() {
    assertThat(Display.safe("a\u001b[31mred\u202eb\nc\u0007\u009b"))
        .isEqualTo("a\\u001b[31mred\\u202eb c\\u0007\\u009b");
    assertThat(Display.safe("Größe 表 😀")).isEqualTo("Größe 表 😀");
  }

  @Test
  @DisplayName("finds what was probably meant")
  void nearest() {
    List<String> words = List.of("accuracy", "rmse", "roc_auc");
    assertThat(Nearest.to("acuracy", words)).contains("accuracy");
    assertThat(Nearest.to("rsme", words)).contains("rmse");
    assertThat(Nearest.to("cosine", words)).isEmpty();
  }

  @Test
  @DisplayName("aligns the columns of a table")
  void table() {
    assertThat(new Table().row("a", "long", "x").row("bcd", "e\u001b", "").lines())
        .containsExactly("  a    long     x", "  bcd  e\\u001b");
  }
}
