// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.features;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NumberScaleTest {
  @Test
  void measuresMedianAndQuartileDistance() {
    NumberScale scale = NumberScale.of(new double[] {5, 1, 3, 2, 4, Double.NaN});

    assertThat(scale).isNotNull();
    assertThat(scale.center()).isEqualTo(3);
    assertThat(scale.scale()).isEqualTo(2);
  }

  @Test
  void takesHalfTheRangeWhereTheQuartilesAreEqual() {
    NumberScale scale = NumberScale.of(new double[] {0, 0, 0, 0, 0, 0, 0, 10});

    assertThat(scale).isNotNull();
    assertThat(scale.scale()).isEqualTo(5);
  }

  @Test
  void doesNotOverflow() {
    NumberScale scale =
        NumberScale.of(
            new double[] {-Double.MAX_VALUE, Double.MAX_VALUE, Double.POSITIVE_INFINITY});

    assertThat(scale).isNotNull();
    assertThat(scale.scale()).isFinite().isPositive();
  }

  @Test
  void constantAndMissingColumnsHaveNoScale() {
    assertThat(NumberScale.of(new double[] {7, 7, Double.NaN})).isNull();
    assertThat(NumberScale.of(new double[] {Double.NaN})).isNull();
    assertThat(NumberScale.of(new double[0])).isNull();
  }
}
