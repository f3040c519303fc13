// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A greedy ensemble")
class GreedyEnsembleTest {
  private static final double[] TRUTH = {1, 2, 3, 4};

  @Test
  @DisplayName("mixes trials whose errors cancel, in the shares that make the loss smallest")
  void mixes() {
    Trial high = trial(0, 2, 3, 4, 5);
    Trial low = trial(1, 0.5, 1.5, 2.5, 3.5);

    Champion champion = ensemble(high, low);

    // The error of the average is 1 - 1.5 s for a share s of the low one: none at 2/3.
    assertThat(champion.trials()).containsExactly(low, high);
    assertThat(champion.parts().get(0).share()).isCloseTo(2 / 3.0, within(1e-9));
    assertThat(champion.name()).isEqualTo("net1 + net0");
  }

  @Test
  @DisplayName("stays with one trial where no other one helps")
  void single() {
    Trial good = trial(0, 1.1, 2.1, 3.1, 4.1);
    Trial worse = trial(1, 1.5, 2.5, 3.5, 4.5);

    assertThat(ensemble(good, worse).parts()).containsExactly(new Champion.Part(good, 1));
  }

  @Test
  @DisplayName("holds few networks, because each one costs time in every answer")
  void few() {
    List<Trial> trials = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      double[] answers = {2.2, 3.2, 4.2, 5.2};
      answers[i % 4] += i < 4 ? -3 : -2.5;
      trials.add(trial(i, answers));
    }

    assertThat(ensemble(trials.toArray(Trial[]::new)).parts()).hasSizeBetween(2, 4);
  }

  @Test
  @DisplayName("has shares that add up to one")
  void shares() {
    Champion champion =
        ensemble(trial(0, 2, 2, 2, 2), trial(1, 1, 1, 4, 4), trial(2, 0, 3, 3, 4.5));

    assertThat(champion.parts().stream().mapToDouble(Champion.Part::share).sum())
        .isCloseTo(1, within(1e-12));
    assertThat(champion.networks().parts()).hasSameSizeAs(champion.parts());
  }

  private static Champion ensemble(Trial... trials) {
    return new GreedyEnsemble(List.of(trials), GreedyEnsembleTest::loss).from(trials[0]);
  }

  private static double loss(float[] outputs) {
    double sum = 0;
    for (int i = 0; i < outputs.length; i++) {
      sum += (outputs[i] - TRUTH[i]) * (outputs[i] - TRUTH[i]);
    }
    return sum / outputs.length;
  }

  private static Trial trial(int order, double... answers) {
    return Trials.of(order, answers, TRUTH);
  }
}
