// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WeightsTest {
  private static final List<ParameterSpec> PARAMETERS =
      List.of(
          new ParameterSpec("w", Shape.of(4, 3), new Initializer.Uniform(0.5), true),
          new ParameterSpec("b", Shape.of(1, 3), new Initializer.Normal(0.1), false),
          new ParameterSpec("g", Shape.of(1, 3), new Initializer.Fill(1), false));

  @Test
  void aMembersFirstWeightsDoNotDependOnTheOthers() {
    Weights group = Weights.initialize(PARAMETERS, new long[] {7, 8, 9});
    for (int k = 0; k < 3; k++) {
      assertThat(group.select(k)).isEqualTo(Weights.initialize(PARAMETERS, new long[] {7 + k}));
    }
    assertThat(group.select(0)).isNotEqualTo(group.select(1));
    assertThat(group.members()).isEqualTo(3);
    assertThat(group.tensors().keySet()).containsExactly("w", "b", "g");
    assertThat(group.tensors().get("w").dims()).containsExactly(3, 4, 3);
  }

  @Test
  void initializersHaveTheirStatedDistributions() {
    int count = 20_000;
    Weights drawn =
        Weights.initialize(
            List.of(
                new ParameterSpec("u", Shape.of(count), new Initializer.Uniform(0.5), true),
                new ParameterSpec("n", Shape.of(count), new Initializer.Normal(0.1), true),
                new ParameterSpec("f", Shape.of(count), new Initializer.Fill(0.25), true)),
            new long[] {1});
    float[] uniform = drawn.tensors().get("u").floats();
    assertThat(deviation(uniform)).isCloseTo(0.5 / Math.sqrt(3), within(0.005));
    for (float value : uniform) {
      assertThat(value).isBetween(-0.5f, 0.5f);
    }
    assertThat(deviation(drawn.tensors().get("n").floats())).isCloseTo(0.1, within(0.002));
    assertThat(drawn.tensors().get("f").floats()).containsOnly(0.25f);
  }

  @Test
  void signsAreAsOftenPositiveAsNegativeAndPartsRepeat() {
    Weights drawn =
        Weights.initialize(
            List.of(
                new ParameterSpec("s", Shape.of(10_000), new Initializer.Signs(), false),
                new ParameterSpec(
                    "r",
                    Shape.of(1, 3, 4),
                    new Initializer.Repeated(new Initializer.Normal(1), 3),
                    false)),
            new long[] {1, 2});
    float[] signs = drawn.tensors().get("s").floats();
    assertThat(signs).containsOnly(1, -1);
    assertThat(deviation(signs)).isEqualTo(1);
    float sum = 0;
    for (float sign : signs) {
      sum += sign;
    }
    assertThat(sum / signs.length).isCloseTo(0, within(0.03f));
    for (int member = 0; member < 2; member++) {
      float[] repeated = drawn.select(member).tensors().get("r").floats();
      assertThat(Arrays.copyOfRange(repeated, 4, 8))
          .isEqualTo(Arrays.copyOf(repeated, 4))
          .isEqualTo(Arrays.copyOfRange(repeated, 8, 12))
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void selectCopies() {
    Weights group = Weights.initialize(PARAMETERS, new long[] {1, 2});
    Weights swapped = group.select(1, 0, 1);
    assertThat(swapped.members()).isEqualTo(3);
    assertThat(swapped.select(1)).isEqualTo(group.select(0));
    swapped.tensors().get("g").floats()[0] = 99;
    assertThat(group.tensors().get("g").floats()).containsOnly(1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> group.select(2))
        .withMessage("There is no member 2 among 2.");
    assertThatIllegalArgumentException()
        .isThrownBy(group::select)
        .withMessage("Weights are of at least 1 member, not of 0.");
  }

  @Test
  void theMapIsACopyAndFixed() {
    Map<String, Tensor> tensors = new HashMap<>();
    tensors.put("w", Tensor.of(new float[2], 2, 1));
    Weights weights = new Weights(2, tensors);
    tensors.clear();
    assertThat(weights.tensors()).hasSize(1);
    assertThat(weights.tensors()).isUnmodifiable();
  }

  @Test
  void finiteLooksAtEveryElement() {
    assertThat(new Weights(1, Map.of("w", Tensor.of(new float[] {1, 2}, 1, 2))).finite()).isTrue();
    assertThat(new Weights(1, Map.of("w", Tensor.of(new float[] {1, Float.NaN}, 1, 2))).finite())
        .isFalse();
    assertThat(
            new Weights(1, Map.of("w", Tensor.of(new float[] {Float.POSITIVE_INFINITY}, 1)))
                .finite())
        .isFalse();
  }

  @Test
  void refusesWhatIsNotF32PerMember() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Weights(2, Map.of("w", Tensor.of(new float[3], 3))))
        .withMessage("The weights w must be F32 with a first axis of 2 members, got F32[3].");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Weights(2, Map.of("w", Tensor.of(new double[2], 2))))
        .withMessage("The weights w must be F32 with a first axis of 2 members, got F64[2].");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Weights.initialize(PARAMETERS, new long[0]));
  }

  private static double deviation(float[] values) {
    double squares = 0;
    for (float value : values) {
      squares += value * value;
    }
    return Math.sqrt(squares / values.length);
  }
}
