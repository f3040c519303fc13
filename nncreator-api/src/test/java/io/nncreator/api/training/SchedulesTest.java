// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.nncreator.api.graph.Tensor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SchedulesTest {
  @Test
  void factorsStayWithinZeroAndOne() {
    List<Schedule> schedules =
        List.of(
            new ConstantRate(), new Cosine(0), new Cosine(0.1), new Cosine(0.999), new CosLog4());
    for (Schedule schedule : schedules) {
      for (int i = 0; i < 10_000; i++) {
        assertThat(schedule.factor(i / 10_000.0)).as("%s at %s", schedule, i).isBetween(0.0, 1.0);
      }
    }
  }

  @Test
  void constantStays() {
    assertThat(new ConstantRate().factor(0)).isEqualTo(1);
    assertThat(new ConstantRate().factor(0.999)).isEqualTo(1);
  }

  @Test
  void cosineRisesThenFalls() {
    Cosine cosine = new Cosine(0.2);
    assertThat(cosine.factor(0)).isEqualTo(1e-3);
    assertThat(cosine.factor(0.1)).isCloseTo(0.5, within(1e-12));
    assertThat(cosine.factor(0.2)).isCloseTo(1, within(1e-12));
    assertThat(cosine.factor(0.6)).isCloseTo(0.5, within(1e-12));
    assertThat(cosine.factor(1)).isCloseTo(0, within(1e-12));
    assertThat(new Cosine(0).factor(0)).isEqualTo(1);
  }

  /** Cycles end at 1/15, 3/15, 7/15 and 1, where 1 + 15 p is a power of two. */
  @Test
  void cosLog4HasFourCyclesOfDoublingLength() {
    CosLog4 schedule = new CosLog4();
    for (int sixteenth : new int[] {0, 1, 3, 7, 15}) {
      assertThat(schedule.factor(sixteenth / 15.0)).isCloseTo(0, within(1e-12));
    }
    for (double cycle : new double[] {0.5, 1.5, 2.5, 3.5}) {
      assertThat(schedule.factor((Math.pow(2, cycle) - 1) / 15)).isCloseTo(1, within(1e-12));
    }
  }

  @Test
  void flatCosineStaysThenFalls() {
    FlatCosine schedule = new FlatCosine(0.5);
    assertThat(schedule.factor(0)).isEqualTo(1);
    assertThat(schedule.factor(0.5)).isEqualTo(1);
    assertThat(schedule.factor(0.75)).isCloseTo(0.5, within(1e-12));
    assertThat(schedule.factor(1)).isCloseTo(0, within(1e-12));
  }

  @Test
  void oneCycleRisesAndFallsByHalfCosines() {
    OneCycle schedule = new OneCycle(0.25, 0.04, 0.01);
    assertThat(schedule.factor(0)).isCloseTo(0.04, within(1e-12));
    assertThat(schedule.factor(0.125)).isCloseTo(0.52, within(1e-12));
    assertThat(schedule.factor(0.25)).isCloseTo(1, within(1e-12));
    assertThat(schedule.factor(0.625)).isCloseTo(0.505, within(1e-12));
    assertThat(schedule.factor(1)).isCloseTo(0.01, within(1e-12));
  }

  @Test
  void aRecipeKeepsEverythingButWhatIsReplaced() {
    TrainingRecipe recipe =
        new TrainingRecipe(
            new SquaredError(), new AdamW(0.1), new CosLog4(), 0.5, 8, 4, 2, 1, new Cosine(0), 0.9);
    assertThat(recipe.withEpochs(7).withEpochs(4)).isEqualTo(recipe);
    assertThat(recipe.withLearningRate(2).withLearningRate(0.5)).isEqualTo(recipe);
    assertThat(recipe.regularizationAt(0.5)).isCloseTo(0.5, within(1e-12));
  }

  @Test
  void aCheckpointCopiesItsMap() {
    Map<String, Tensor> tensors = new HashMap<>();
    tensors.put("w", Tensor.of(new float[1], 1));
    Checkpoint checkpoint = new Checkpoint(3, tensors);
    tensors.clear();
    assertThat(checkpoint.tensors()).containsOnlyKeys("w").isUnmodifiable();
    assertThat(checkpoint.step()).isEqualTo(3);
  }
}
