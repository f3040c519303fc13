// SPDX-License-Identifier: Apache-2.0
package io.nncreator.tck.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.nncreator.api.network.AveragePool;
import io.nncreator.api.network.Conv1d;
import io.nncreator.api.network.Conv2d;
import io.nncreator.api.network.Flatten;
import io.nncreator.api.network.GlobalPool;
import io.nncreator.api.network.GroupNorm;
import io.nncreator.api.network.InstanceNorm;
import io.nncreator.api.network.MaxPool;
import io.nncreator.api.network.Reshape;
import io.nncreator.api.network.RmsNorm;
import io.nncreator.api.network.SwapAxes;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Layers on images and windows on series, by hand. */
class ImageFormulaTest {
  private static final Map<String, double[]> NONE = Map.of();

  @Test
  void shapesKeepTheOrderOfElements() {
    double[] row = {1, 2, 3, 4, 5, 6};
    assertThat(Formulas.layer(new Reshape(2, -1), NONE, row)).containsExactly(row);
    assertThat(Formulas.layer(new Flatten(), List.of(3, 2), NONE, row)).containsExactly(row);
    assertThat(Formulas.layer(new SwapAxes(), List.of(2, 3), NONE, row))
        .containsExactly(1, 4, 2, 5, 3, 6);
  }

  @Test
  void conv1dSlidesAlongSteps() {
    Map<String, double[]> two = Map.of("weight", new double[] {10, 1}, "bias", new double[] {0.5});
    assertThat(Formulas.layer(new Conv1d(1, 2, 1, 1, 1, 1, true), List.of(4, 1), two, 1, 2, 3, 4))
        .containsExactly(1.5, 12.5, 23.5, 34.5, 40.5);
    Map<String, double[]> groups = Map.of("weight", new double[] {1, 2, 3, 4});
    assertThat(
            Formulas.layer(
                new Conv1d(2, 2, 2, 0, 2, 2, false),
                List.of(5, 2),
                groups,
                1,
                10,
                2,
                20,
                3,
                30,
                4,
                40,
                5,
                50))
        .containsExactly(7, 150, 13, 290);
  }

  @Test
  void conv2dSlidesOverPixels() {
    double[] image = {1, 2, 3, 4, 5, 6, 7, 8, 9};
    Map<String, double[]> diagonal =
        Map.of("weight", new double[] {1, 0, 0, 1}, "bias", new double[] {100});
    assertThat(Formulas.layer(new Conv2d(1, 2), List.of(1, 3, 3), diagonal, image))
        .containsExactly(106, 108, 112, 114);
    Map<String, double[]> mixed = Map.of("weight", new double[] {1, 10, 2, 20});
    assertThat(
            Formulas.layer(
                new Conv2d(2, 1, 1, 0, 1, 1, false), List.of(2, 1, 2), mixed, 1, 2, 3, 4))
        .containsExactly(31, 42, 62, 84);
    Map<String, double[]> depthwise = Map.of("weight", new double[] {2, 3});
    assertThat(
            Formulas.layer(
                new Conv2d(2, 1, 2, 0, 1, 2, false), List.of(2, 1, 3), depthwise, 1, 2, 3, 4, 5, 6))
        .containsExactly(2, 6, 12, 18);
  }

  @Test
  void poolsReduceWindows() {
    double[] square = {-1, -2, -3, -4};
    assertThat(Formulas.layer(new MaxPool(2, 1, 1), List.of(1, 2, 2), NONE, square))
        .containsExactly(-1, -1, -2, -1, -1, -2, -3, -3, -4);
    assertThat(Formulas.layer(new AveragePool(2, 1, 1), List.of(1, 2, 2), NONE, square))
        .containsExactly(-0.25, -0.75, -0.5, -1, -2.5, -1.5, -0.75, -1.75, -1);
    assertThat(Formulas.layer(new MaxPool(2), List.of(5, 2), NONE, 1, 9, 3, 7, 2, 2, 5, 4, 8, 8))
        .containsExactly(3, 9, 5, 4);
    assertThat(Formulas.layer(new AveragePool(2), List.of(4, 1), NONE, 1, 3, 5, 9))
        .containsExactly(2, 7);
  }

  @Test
  void globalPoolsReduceAll() {
    GlobalPool mean = new GlobalPool(GlobalPool.Pooling.MEAN);
    GlobalPool largest = new GlobalPool(GlobalPool.Pooling.MAX);
    double[] six = {1, 2, 3, 4, 5, 9};
    assertThat(Formulas.layer(mean, List.of(3, 2), NONE, six)).containsExactly(3, 5);
    assertThat(Formulas.layer(largest, List.of(3, 2), NONE, six)).containsExactly(5, 9);
    assertThat(Formulas.layer(mean, List.of(2, 1, 3), NONE, six)).containsExactly(2, 6);
    assertThat(Formulas.layer(largest, List.of(2, 1, 3), NONE, six)).containsExactly(3, 9);
  }

  @Test
  void groupsOfChannelsAreNormalised() {
    double epsilon = (float) 1e-5;
    Map<String, double[]> shift = Map.of("gain", new double[] {1, 2}, "bias", new double[] {0, 10});
    double all = Math.sqrt(5.0 / 4 + epsilon);
    double[] four = {1, 2, 3, 4};
    assertThat(Formulas.layer(new GroupNorm(1), List.of(2, 1, 2), shift, four))
        .containsExactly(
            new double[] {-1.5 / all, -0.5 / all, 1 / all + 10, 3 / all + 10}, within(1e-9));
    double one = Math.sqrt(0.25 + epsilon);
    double[] byChannel = {-0.5 / one, 0.5 / one, -1 / one + 10, 1 / one + 10};
    assertThat(Formulas.layer(new GroupNorm(2), List.of(2, 1, 2), shift, four))
        .containsExactly(byChannel, within(1e-9));
    assertThat(Formulas.layer(new InstanceNorm(), List.of(2, 1, 2), shift, four))
        .containsExactly(byChannel, within(1e-9));
    double series = Math.sqrt(1 + epsilon);
    assertThat(Formulas.layer(new InstanceNorm(), List.of(2, 2), shift, four))
        .containsExactly(
            new double[] {-1 / series, -2 / series + 10, 1 / series, 2 / series + 10},
            within(1e-9));
  }

  @Test
  void rmsNormDividesByTheRootMeanSquare() {
    double root = Math.sqrt(12.5 + (float) 1e-6);
    assertThat(Formulas.layer(new RmsNorm(), Map.of("gain", new double[] {1, 2}), 3, 4))
        .containsExactly(new double[] {3 / root, 8 / root}, within(1e-9));
  }
}
