// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ShapeTest {
  @Test
  void rowsHaveABatchAxisBeforeTheirOwn() {
    Shape rows = Shape.rows(3, 4);
    assertThat(rows.dims()).containsExactly(Shape.BATCH, 3, 4);
    assertThat(rows.batched()).isTrue();
    assertThat(rows.rank()).isEqualTo(3);
    assertThat(rows.elements()).isEqualTo(12);
    assertThat(rows.dim(-1)).isEqualTo(4);
    assertThat(rows.dim(1)).isEqualTo(3);
    assertThat(rows).hasToString("[batch, 3, 4]");
  }

  @Test
  void aShapeOfNoAxesHasOneElement() {
    assertThat(Shape.of().elements()).isEqualTo(1);
    assertThat(Shape.of().batched()).isFalse();
  }

  @Test
  void withReplacesOneAxis() {
    assertThat(Shape.rows(3, 4).with(-1, 9)).isEqualTo(Shape.rows(3, 9));
    assertThat(Shape.of(3, 4).with(0, 9)).isEqualTo(Shape.of(9, 4));
  }

  @Test
  void isAValueThatNobodyCanChange() {
    long[] dims = {2, 3};
    Shape shape = Shape.of(dims);
    dims[0] = 9;
    shape.dims()[1] = 9;
    assertThat(shape).isEqualTo(Shape.of(2, 3)).hasSameHashCodeAs(Shape.of(2, 3));
    assertThat(shape).isNotEqualTo(Shape.rows(3));
  }

  @Test
  void refusesSizesBelowOne() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Shape.of(2, 0))
        .withMessage("The dimension 1 (0) of a shape must be at least 1.");
    assertThatIllegalArgumentException().isThrownBy(() -> Shape.rows(-1));
    assertThatIllegalArgumentException().isThrownBy(() -> Shape.of(2, 3).with(-1, -5));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Shape.of(Shape.BATCH, 2))
        .withMessage("A shape of fixed size has no batch dimension.");
  }

  @Test
  void elementsNeverOverflowSilently() {
    assertThat(Shape.of(1L << 31, 1L << 31).elements()).isEqualTo(1L << 62);
    assertThatThrownBy(() -> Shape.of(1L << 32, 1L << 31).elements())
        .isInstanceOf(ArithmeticException.class);
  }
}
