// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A style of dates")
class DateStyleTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "YEAR_FIRST  | 2012-01-31                    | 2012-01-31T00:00:00",
        "YEAR_FIRST  | 2012/1/31                     | 2012-01-31T00:00:00",
        "YEAR_FIRST  | 2012-02                       | 2012-02-01T00:00:00",
        "YEAR_FIRST  | 2012-01-31T10:20:30.5Z        | 2012-01-31T10:20:30.5",
        "YEAR_FIRST  | 2012-01-31 10:20:30+02:00     | 2012-01-31T08:20:30",
        "YEAR_FIRST  | 2012-01-31T10:20-0330         | 2012-01-31T13:50:00",
        "YEAR_FIRST  | 1969-12-31 23:59:59           | 1969-12-31T23:59:59",
        "DAY_FIRST   | 31.01.2012                    | 2012-01-31T00:00:00",
        "DAY_FIRST   | 3/4/2012 9:05                 | 2012-04-03T09:05:00",
        "DAY_FIRST   | 29-02-2012                    | 2012-02-29T00:00:00",
        "MONTH_FIRST | 01/31/2012                    | 2012-01-31T00:00:00",
        "MONTH_FIRST | 3/4/2012 12:05 AM             | 2012-03-04T00:05:00",
        "MONTH_FIRST | 3/4/2012 1:05:09 pm           | 2012-03-04T13:05:09",
        "MONTH_NAME  | 31 Jan 2012                   | 2012-01-31T00:00:00",
        "MONTH_NAME  | 31-January-2012               | 2012-01-31T00:00:00",
        "MONTH_NAME  | Sept 3, 2012                  | 2012-09-03T00:00:00",
        "MONTH_NAME  | May 2012                      | 2012-05-01T00:00:00"
      })
  @DisplayName("reads its cells as seconds")
  void reads(DateStyle style, String cell, LocalDateTime expected) {
    double seconds = expected.toEpochSecond(ZoneOffset.UTC) + expected.getNano() / 1e9;

    assertThat(style.parse(cell)).hasValue(seconds);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2012",
        "2012-13-01",
        "2012-02-30",
        "30.02.2012",
        "2011-02-29",
        "12:30",
        "10.0.0.1",
        "2012-01-31x",
        "2012-01-31 25:00",
        "2012-01-31 10:61",
        "2012-01/31",
        "31 Foo 2012",
        "1.2.12",
        "2012-01-31 13:00 PM",
        "20120131",
        "2012-01-31 10:00 +99:00",
        "Ma 3, 2012"
      })
  @DisplayName("reads nothing else")
  void refuses(String cell) {
    for (DateStyle style : DateStyle.values()) {
      assertThat(style.parse(cell)).as("%s in %s", cell, style).isEmpty();
    }
  }

  @Test
  @DisplayName("is told by the cells that can be only one thing")
  void detects() {
    assertThat(detect("01/02/2012", "31/01/2012")).contains(DateStyle.DAY_FIRST);
    assertThat(detect("01/02/2012", "01/31/2012")).contains(DateStyle.MONTH_FIRST);
    assertThat(detect("01/02/2012", null)).contains(DateStyle.MONTH_FIRST);
    assertThat(detect("01.02.2012")).contains(DateStyle.DAY_FIRST);
    assertThat(detect("2012-01-02")).contains(DateStyle.YEAR_FIRST);
    assertThat(detect("2 May 2012")).contains(DateStyle.MONTH_NAME);
  }

  @Test
  @DisplayName("is not found in columns of other things")
  void detectsNothing() {
    assertThat(detect()).isEmpty();
    assertThat(detect((String) null)).isEmpty();
    assertThat(detect("2012-01-02", "later")).isEmpty();
    assertThat(detect("31/01/2012", "01/31/2012")).isEmpty();
  }

  private static Optional<DateStyle> detect(@Nullable String... cells) {
    return DateStyle.detect(cells);
  }
}
