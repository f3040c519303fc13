// SPDX-License-Identifier: Apache-2.0
package io.nncreator.tck.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.nncreator.api.graph.Initializer;
import io.nncreator.api.graph.ParameterGroup;
import io.nncreator.api.graph.ParameterSpec;
import io.nncreator.api.graph.Shape;
import io.nncreator.api.training.AdamW;
import io.nncreator.api.training.Momentum;
import io.nncreator.api.training.Optimizer;
import io.nncreator.tck.reference.ReferenceTensor;
import io.nncreator.tck.reference.UpdateRule;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Optimisers against loops over single numbers, written from the papers. */
class OptimizerFormulaTest {
  private static final int STEPS = 50;
  private static final double RATE = 0.02;

  @Test
  void adamFollowsItsPaper() {
    for (double decay : new double[] {0, 0.1}) {
      for (boolean decayed : new boolean[] {true, false}) {
        double[] gradients = gradients();
        double weight = 0.5;
        double mean = 0;
        double variance = 0;
        for (int t = 1; t <= STEPS; t++) {
          double gradient = gradients[t - 1];
          mean = 0.9 * mean + 0.1 * gradient;
          variance = 0.99 * variance + 0.01 * gradient * gradient;
          double corrected = mean / (1 - Math.pow(0.9, t));
          double root = Math.sqrt(variance / (1 - Math.pow(0.99, t)));
          weight = weight * (1 - RATE * (decayed ? decay : 0)) - RATE * corrected / (root + 1e-6);
        }
        assertThat(run(new AdamW(0.9, 0.99, 1e-6, decay), decayed, gradients))
            .isCloseTo(weight, within(1e-6));
      }
    }
  }

  /** Nesterov's step as PyTorch writes it: the decay joins the gradient. */
  @Test
  void momentumFollowsItsPaper() {
    for (double decay : new double[] {0, 0.1}) {
      for (boolean decayed : new boolean[] {true, false}) {
        double[] gradients = gradients();
        double weight = 0.5;
        double velocity = 0;
        for (double gradient : gradients) {
          double slope = gradient + (decayed ? decay : 0) * weight;
          velocity = 0.9 * velocity + slope;
          weight -= RATE * (slope + 0.9 * velocity);
        }
        assertThat(run(new Momentum(0.9, decay), decayed, gradients))
            .isCloseTo(weight, within(1e-6));
      }
    }
  }

  @Test
  void withoutMomentumItIsPlainDescent() {
    double[] gradients = gradients();
    double weight = 0.5;
    for (double gradient : gradients) {
      weight -= RATE * gradient;
    }
    assertThat(run(new Momentum(0, 0), true, gradients)).isCloseTo(weight, within(1e-9));
  }

  @Test
  void aGroupHasFactorsOnRateAndDecay() {
    double[] gradients = gradients();
    double weight = 0.5;
    for (double gradient : gradients) {
      weight -= 3 * RATE * (gradient + 0.5 * 0.2 * 0.25 * weight);
    }
    ParameterSpec parameter =
        new ParameterSpec(
            "w", Shape.of(1, 1), new Initializer.Fill(0), true, new ParameterGroup(3, 0.5));
    // 0.25 is the recipe's factor on the decay of 0.2.
    assertThat(run(new Momentum(0, 0.2), parameter, 0.25, gradients))
        .isCloseTo(weight, within(1e-9));
  }

  private static double run(Optimizer optimizer, boolean decayed, double[] gradients) {
    return run(
        optimizer,
        new ParameterSpec("w", Shape.of(1, 1), new Initializer.Fill(0), decayed),
        1,
        gradients);
  }

  private static double run(
      Optimizer optimizer, ParameterSpec parameter, double decay, double[] gradients) {
    UpdateRule rule = new UpdateRule(optimizer, parameter);
    Map<String, ReferenceTensor> tensors = new LinkedHashMap<>();
    tensors.put("parameter", scalar(0.5));
    for (int i = 0; i < optimizer.stateSize(); i++) {
      tensors.put("state" + i, scalar(0));
    }
    for (int t = 1; t <= gradients.length; t++) {
      tensors.put("gradient", scalar(gradients[t - 1]));
      tensors.putAll(rule.apply(tensors, RATE, decay, t));
    }
    return tensors.get("parameter").values()[0];
  }

  private static double[] gradients() {
    SplittableRandom random = new SplittableRandom(5);
    return random.doubles(STEPS, -1, 2).toArray();
  }

  private static ReferenceTensor scalar(double value) {
    return new ReferenceTensor(new double[] {value}, new long[] {1, 1}, false);
  }
}
