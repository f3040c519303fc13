// SPDX-License-Identifier: Apache-2.0
package io.nncreator.tck.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.nncreator.api.graph.Tensor;
import io.nncreator.api.training.CrossEntropy;
import io.nncreator.api.training.Huber;
import io.nncreator.api.training.SquaredError;
import org.junit.jupiter.api.Test;

class LossFormulaTest {
  private static final double[] LOGITS = {1, -0.5, 2};

  @Test
  void crossEntropyIsTheNegativeLogarithmOfTheTrueClass() {
    double total = Math.exp(1) + Math.exp(-0.5) + Math.exp(2);
    for (int label = 0; label < 3; label++) {
      assertThat(Formulas.loss(new CrossEntropy(0), label(label), LOGITS))
          .isCloseTo(Math.log(total) - LOGITS[label], within(1e-12));
    }
  }

  /** The target is {@code (1 - s) one-hot + s / classes}. */
  @Test
  void smoothingSpreadsAShareOverAllClasses() {
    double total = Math.log(Math.exp(1) + Math.exp(-0.5) + Math.exp(2));
    double expected = 0;
    for (int i = 0; i < 3; i++) {
      double target = (i == 2 ? 0.7 : 0) + 0.3 / 3;
      expected += target * (total - LOGITS[i]);
    }
    assertThat(Formulas.loss(new CrossEntropy(0.3), label(2), LOGITS))
        .isCloseTo(expected, within(1e-6));
  }

  @Test
  void crossEntropyStaysFiniteForLargeLogits() {
    assertThat(Formulas.loss(new CrossEntropy(0), label(0), 1000, -1000)).isZero();
    assertThat(Formulas.loss(new CrossEntropy(0), label(1), 1000, -1000)).isEqualTo(2000);
  }

  @Test
  void squaredErrorSquares() {
    assertThat(Formulas.loss(new SquaredError(), value(3), 1)).isEqualTo(4);
    assertThat(Formulas.loss(new SquaredError(), value(1), 3)).isEqualTo(4);
  }

  @Test
  void huberIsHalfASquareNearZeroAndALineBeyond() {
    Huber huber = new Huber(1.5);
    assertThat(Formulas.loss(huber, value(0), 1)).isCloseTo(0.5, within(1e-12));
    assertThat(Formulas.loss(huber, value(0), -1)).isCloseTo(0.5, within(1e-12));
    assertThat(Formulas.loss(huber, value(0), 1.5)).isCloseTo(1.125, within(1e-12));
    assertThat(Formulas.loss(huber, value(0), 4)).isCloseTo(1.5 * (4 - 0.75), within(1e-12));
    assertThat(Formulas.loss(huber, value(0), -4)).isCloseTo(1.5 * (4 - 0.75), within(1e-12));
    assertThat(Formulas.loss(huber, value(2), 2)).isZero();
  }

  private static Tensor label(long label) {
    return Tensor.of(new long[] {label}, 1, 1);
  }

  private static Tensor value(float value) {
    return Tensor.of(new float[] {value}, 1, 1);
  }
}
