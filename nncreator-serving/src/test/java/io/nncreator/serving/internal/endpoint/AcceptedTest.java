// SPDX-License-Identifier: Apache-2.0
package io.nncreator.serving.internal.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The header Accept")
class AcceptedTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text/csv | true",
        "TEXT/CSV;q=0.5 | true",
        "application/json;q=0.9, text/csv | true",
        "application/json, text/csv;q=0.9 | false",
        "*/* | false",
        "text/csv;q=0 | false",
        "text/csv;q=x | false",
        "text/html | false"
      })
  @DisplayName("chooses comma-separated text")
  void csv(String header, boolean csv) {
    assertThat(Accepted.csv(header)).isEqualTo(csv);
  }
}
