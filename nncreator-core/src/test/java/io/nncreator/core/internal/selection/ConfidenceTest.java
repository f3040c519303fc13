// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ConfidenceTest {
  /** Three of four rows are as the outputs say: sigmoid(2) = 0.88 is too sure of that. */
  @Test
  void findsTheFactorThatFitsTheShareOfHits() {
    int rows = 4_000;
    float[] raw = new float[2 * rows];
    int[] labels = new int[rows];
    for (int row = 0; row < rows; row++) {
      raw[2 * row + 1] = 2;
      labels[row] = row % 4 == 0 ? 0 : 1;
    }
    assertThat(Confidence.factor(raw, labels)).isCloseTo(Math.log(3) / 2, within(1e-2));
  }

  @Test
  void aFewRowsWithoutMistakeDoNotAskForCertainty() {
    float[] raw = {3, 0, 0, 3, 3, 0, 0, 3};
    int[] labels = {0, 1, 0, 1};
    assertThat(Confidence.factor(raw, labels)).isLessThan(1);
  }

  @Test
  void staysInItsBounds() {
    float[] timid = new float[20_000];
    int[] labels = new int[10_000];
    for (int row = 0; row < labels.length; row++) {
      timid[2 * row] = 0.1f;
    }
    assertThat(Confidence.factor(timid, labels)).isCloseTo(5, within(1e-3));
    float[] wrong = new float[20_000];
    for (int row = 0; row < labels.length; row++) {
      wrong[2 * row + 1] = 9;
    }
    assertThat(Confidence.factor(wrong, labels)).isCloseTo(0.2, within(1e-3));
    assertThat(Confidence.factor(new float[0], new int[0])).isEqualTo(1);
  }
}
