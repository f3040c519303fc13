// SPDX-License-Identifier: Apache-2.0
package io.nncreator.tck.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.nncreator.api.network.Attention;
import io.nncreator.api.network.EmbeddingBag;
import io.nncreator.api.network.Gru;
import io.nncreator.api.network.Linear;
import io.nncreator.api.network.Lstm;
import io.nncreator.api.network.PositionEmbedding;
import io.nncreator.api.network.TakeStep;
import io.nncreator.api.network.TokenEmbedding;
import io.nncreator.api.network.TokenizeFeatures;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Layers on series against straightforward loops over their papers' formulas. */
class SeriesFormulaTest {
  private static final int STEPS = 4;
  private static final int WIDTH = 2;
  private static final int UNITS = 3;

  private final SplittableRandom random = new SplittableRandom(1);
  private final double[] series = numbers(STEPS * WIDTH);

  @Test
  void linearWorksStepByStep() {
    Map<String, double[]> parameters =
        Map.of("weight", new double[] {1, 2}, "bias", new double[] {0.5});
    assertThat(Formulas.layer(new Linear(1), List.of(2, 2), parameters, 1, 2, 3, 4))
        .containsExactly(5.5, 11.5);
  }

  @Test
  void featuresBecomeTokensBehindASummary() {
    Map<String, double[]> parameters =
        Map.of(
            "weight", new double[] {1, 2, 3, 4},
            "bias", new double[] {10, 20, 30, 40},
            "summary", new double[] {-1, -2});
    assertThat(Formulas.layer(new TokenizeFeatures(2), parameters, 5, 7))
        .containsExactly(-1, -2, 15, 30, 51, 68);
    assertThat(Formulas.layer(new TokenizeFeatures(2, false), parameters, 5, 7))
        .containsExactly(15, 30, 51, 68);
  }

  @Test
  void stepsAreTakenFromBothEnds() {
    double[] six = {1, 2, 3, 4, 5, 6};
    assertThat(Formulas.layer(new TakeStep(0), List.of(3, 2), Map.of(), six)).containsExactly(1, 2);
    assertThat(Formulas.layer(new TakeStep(-1), List.of(3, 2), Map.of(), six))
        .containsExactly(5, 6);
    assertThat(
            Formulas.layer(
                new PositionEmbedding(),
                List.of(3, 2),
                Map.of("position", new double[] {0, 0, 10, 20, 0, 0}),
                six))
        .containsExactly(1, 2, 13, 24, 5, 6);
  }

  @Test
  void tokensAreRoundedIntoTheirRange() {
    Map<String, double[]> table = Map.of("table", new double[] {0, 0.5, 1, 1.5, 2, 2.5});
    double[] tokens = {-7, 0.4, 0.6, 2, 99};
    assertThat(Formulas.layer(new TokenEmbedding(3, 2), table, tokens))
        .containsExactly(0, 0.5, 0, 0.5, 1, 1.5, 2, 2.5, 2, 2.5);
    assertThat(Formulas.layer(new EmbeddingBag(3, 2), table, 1, 0, 2)).containsExactly(1.5, 2);
    assertThat(Formulas.layer(new EmbeddingBag(3, 2), table, 0, 0)).containsExactly(0, 0);
  }

  @Test
  void attentionMixesValuesByScaledProducts() {
    int width = 4;
    double[] x = numbers(3 * width);
    double[] projection = numbers(width * 3 * width);
    double[] shift = numbers(3 * width);
    double[] output = numbers(width * width);
    double[] last = numbers(width);
    Map<String, double[]> parameters =
        Map.of(
            "projection_weight", projection,
            "projection_bias", shift,
            "output_weight", output,
            "output_bias", last);
    for (boolean causal : new boolean[] {false, true}) {
      for (int heads : new int[] {1, 2}) {
        int size = width / heads;
        double[] all = product(x, 3, projection, shift);
        double[] mixed = new double[3 * width];
        for (int head = 0; head < heads; head++) {
          for (int query = 0; query < 3; query++) {
            double[] share = new double[3];
            for (int key = 0; key < (causal ? query + 1 : 3); key++) {
              double score = 0;
              for (int i = 0; i < size; i++) {
                score +=
                    all[query * 3 * width + head * size + i]
                        * all[key * 3 * width + width + head * size + i];
              }
              share[key] = Math.exp(score / Math.sqrt(size));
            }
            double sum = Arrays.stream(share).sum();
            for (int key = 0; key < 3; key++) {
              for (int i = 0; i < size; i++) {
                mixed[query * width + head * size + i] +=
                    share[key] / sum * all[key * 3 * width + 2 * width + head * size + i];
              }
            }
          }
        }
        assertThat(Formulas.layer(new Attention(heads, causal), List.of(3, width), parameters, x))
            .as("%s heads, causal %s", heads, causal)
            .containsExactly(product(mixed, 3, output, last), within(1e-6));
      }
    }
  }

  @Test
  void gruFollowsItsGates() {
    Map<String, double[]> parameters = recurrent(3);
    double[] hiddenBias = parameters.get("hidden_bias");
    for (boolean backward : new boolean[] {false, true}) {
      double[] all = inputs(parameters);
      double[] h = new double[UNITS];
      double[] states = new double[STEPS * UNITS];
      for (int i = 0; i < STEPS; i++) {
        int t = backward ? STEPS - 1 - i : i;
        double[] u = product(h, 1, parameters.get("hidden_weight"), hiddenBias);
        double[] next = new double[UNITS];
        for (int j = 0; j < UNITS; j++) {
          int at = t * 3 * UNITS + j;
          double r = sigmoid(all[at] + u[j]);
          double z = sigmoid(all[at + UNITS] + u[j + UNITS]);
          double n = Math.tanh(all[at + 2 * UNITS] + r * u[j + 2 * UNITS]);
          next[j] = (1 - z) * n + z * h[j];
        }
        h = next;
        System.arraycopy(h, 0, states, t * UNITS, UNITS);
      }
      List<Integer> shape = List.of(STEPS, WIDTH);
      assertThat(Formulas.layer(new Gru(UNITS, true, backward), shape, parameters, series))
          .containsExactly(states, within(1e-9));
      assertThat(Formulas.layer(new Gru(UNITS, false, backward), shape, parameters, series))
          .containsExactly(h, within(1e-9));
    }
  }

  @Test
  void lstmFollowsItsGates() {
    Map<String, double[]> parameters = recurrent(4);
    for (boolean backward : new boolean[] {false, true}) {
      double[] all = inputs(parameters);
      double[] h = new double[UNITS];
      double[] c = new double[UNITS];
      double[] states = new double[STEPS * UNITS];
      for (int i = 0; i < STEPS; i++) {
        int t = backward ? STEPS - 1 - i : i;
        double[] u = product(h, 1, parameters.get("hidden_weight"), new double[4 * UNITS]);
        for (int j = 0; j < UNITS; j++) {
          int at = t * 4 * UNITS + j;
          double in = sigmoid(all[at] + u[j]);
          double forget = sigmoid(all[at + UNITS] + u[j + UNITS]);
          double fresh = Math.tanh(all[at + 2 * UNITS] + u[j + 2 * UNITS]);
          double out = sigmoid(all[at + 3 * UNITS] + u[j + 3 * UNITS]);
          c[j] = forget * c[j] + in * fresh;
          h[j] = out * Math.tanh(c[j]);
        }
        System.arraycopy(h, 0, states, t * UNITS, UNITS);
      }
      List<Integer> shape = List.of(STEPS, WIDTH);
      assertThat(Formulas.layer(new Lstm(UNITS, true, backward), shape, parameters, series))
          .containsExactly(states, within(1e-9));
      assertThat(Formulas.layer(new Lstm(UNITS, false, backward), shape, parameters, series))
          .containsExactly(h, within(1e-9));
    }
  }

  private Map<String, double[]> recurrent(int gates) {
    return Map.of(
        "input_weight", numbers(WIDTH * gates * UNITS),
        "bias", numbers(gates * UNITS),
        "hidden_weight", numbers(UNITS * gates * UNITS),
        "hidden_bias", numbers(gates * UNITS));
  }

  private double[] inputs(Map<String, double[]> parameters) {
    return product(series, STEPS, parameters.get("input_weight"), parameters.get("bias"));
  }

  /** Rows times a matrix plus a bias. */
  private static double[] product(double[] x, int rows, double[] matrix, double[] bias) {
    int inner = x.length / rows;
    int columns = bias.length;
    double[] y = new double[rows * columns];
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        double sum = bias[column];
        for (int i = 0; i < inner; i++) {
          sum += x[row * inner + i] * matrix[i * columns + column];
        }
        y[row * columns + column] = sum;
      }
    }
    return y;
  }

  private double[] numbers(int count) {
    return random.doubles(count, -1, 1).toArray();
  }

  private static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }
}
