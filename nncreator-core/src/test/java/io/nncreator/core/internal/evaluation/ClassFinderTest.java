// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A class finder")
class ClassFinderTest {
  @Test
  @DisplayName("finds texts exactly")
  void texts() {
    ClassFinder finder = new ClassFinder(List.of("Adelie", "Gentoo"));
    assertThat(finder.find("Gentoo")).isEqualTo(1);
    assertThat(finder.find("gentoo")).isEqualTo(-1);
  }

  @Test
  @DisplayName("finds numbers and truth values however they are written")
  void numbers() {
    ClassFinder numbers = new ClassFinder(List.of("1", "2", "3.5"));
    assertThat(numbers.find("2.0")).isEqualTo(1);
    assertThat(numbers.find("3.50")).isEqualTo(2);
    assertThat(numbers.find("4")).isEqualTo(-1);
    ClassFinder truths = new ClassFinder(List.of("false", "true"));
    assertThat(truths.find("TRUE")).isEqualTo(1);
    assertThat(truths.find("maybe")).isEqualTo(-1);
  }
}
