// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TensorTest {
  @Test
  void holdsThreeElementTypes() {
    assertThat(Tensor.of(new float[] {1}, 1).dtype()).isEqualTo(DType.F32);
    assertThat(Tensor.of(new double[] {1}, 1).dtype()).isEqualTo(DType.F64);
    assertThat(Tensor.of(new long[] {1}, 1).dtype()).isEqualTo(DType.I64);
    assertThat(Tensor.of(new float[6], 2, 3)).hasToString("F32[2, 3]");
    assertThatThrownBy(() -> Tensor.of(new long[] {1}, 1).floats())
        .isInstanceOf(ClassCastException.class);
  }

  @Test
  void equalsByTypeDimensionsAndContent() {
    Tensor tensor = Tensor.of(new float[] {1, Float.NaN}, 2);
    assertThat(tensor)
        .isEqualTo(Tensor.of(new float[] {1, Float.NaN}, 2))
        .hasSameHashCodeAs(Tensor.of(new float[] {1, Float.NaN}, 2))
        .isNotEqualTo(Tensor.of(new float[] {1, Float.NaN}, 1, 2))
        .isNotEqualTo(Tensor.of(new double[] {1, Double.NaN}, 2))
        .isNotEqualTo(Tensor.of(new float[] {1, 2}, 2));
  }

  @Test
  void sharesItsContentButNotItsDimensions() {
    float[] data = {1, 2};
    long[] dims = {2};
    Tensor tensor = Tensor.of(data, dims);
    dims[0] = 7;
    tensor.dims()[0] = 7;
    assertThat(tensor.dims()).containsExactly(2);
    assertThat(tensor.floats()).isSameAs(data);
  }

  @Test
  void mayHaveNoRows() {
    assertThat(Tensor.of(new float[0], 0, 3).size()).isZero();
  }

  @Test
  void refusesDimensionsThatDoNotFit() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Tensor.of(new float[5], 2, 3))
        .withMessage("The dimensions [2, 3] need 6 elements, not 5.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Tensor.of(new float[6], -2, -3))
        .withMessage("The dimensions [-2, -3] must be at least 0.");
    assertThatThrownBy(() -> Tensor.of(new float[0], 1L << 32, 1L << 32))
        .isInstanceOf(ArithmeticException.class);
  }
}
