// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.nncreator.api.network.FeatureLayout;
import io.nncreator.api.network.NetworkAssembly;
import io.nncreator.api.network.NetworkSpec;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class TrainingRequestTest {
  private static final FeatureLayout LAYOUT = new FeatureLayout(1, List.of(2));
  private static final NetworkSpec BODY = new NetworkSpec("n", 2, List.of());
  private static final TrainingRows LABELLED =
      new TrainingRows(
          LAYOUT, new float[] {0, 1}, new long[] {0, 1}, new int[] {0, 2}, new float[0]);
  private static final TrainingRows VALUED =
      new TrainingRows(
          LAYOUT, new float[] {0, 1}, new long[] {0, 1}, new int[0], new float[] {1, 2});
  private static final Member MEMBER = new Member(new int[] {0}, new int[] {1}, 1);

  @Test
  void takesPartsThatFit() {
    List<Member> members = new ArrayList<>(List.of(MEMBER));
    TrainingRequest request =
        new TrainingRequest(network(3), recipe(new CrossEntropy(0)), LABELLED, members, null);
    members.clear();
    assertThat(request.members()).containsExactly(MEMBER);
    assertThat(LABELLED.rows()).isEqualTo(2);
    assertThat(LABELLED.classification()).isTrue();
    assertThat(VALUED.classification()).isFalse();
  }

  @Test
  void refusesPartsThatDoNotFit() {
    refuses(
        () -> request(network(3), new CrossEntropy(0), LABELLED),
        "A training needs at least one member.");
    refuses(
        () -> request(network(3), new SquaredError(), LABELLED, MEMBER),
        "The loss (SquaredError[]) does not fit the kind of target.");
    refuses(
        () -> request(network(2), new SquaredError(), VALUED, MEMBER),
        "A network for values has 1 output, got 2.");
    refuses(
        () -> request(network(2), new CrossEntropy(0), LABELLED, MEMBER),
        "The label 2 must be at least 0 and below 2.");
    refuses(
        () ->
            request(network(1), new Huber(1), VALUED, new Member(new int[] {0, 2}, new int[0], 1)),
        "The training row 2 must be at least 0 and below 2.");
    refuses(
        () ->
            request(network(1), new Huber(1), VALUED, new Member(new int[] {0}, new int[] {-1}, 1)),
        "The validation row -1 must be at least 0 and below 2.");
    NetworkAssembly other = new NetworkAssembly(new FeatureLayout(2, List.of()), BODY, 1);
    refuses(
        () -> request(other, new Huber(1), VALUED, MEMBER),
        "The network takes FeatureLayout[numeric=2, cardinalities=[]], the rows have"
            + " FeatureLayout[numeric=1, cardinalities=[2]].");
    refuses(
        () -> new Member(new int[0], new int[] {1}, 1),
        "A member needs at least one training row.");
  }

  @Test
  void refusesRowsThatDoNotFitTheirLayout() {
    refuses(
        () -> new TrainingRows(LAYOUT, new float[3], new long[2], new int[] {0, 1}, new float[0]),
        "The arrays (3 numbers, 2 codes, 2 labels, 0 values) do not fit"
            + " FeatureLayout[numeric=1, cardinalities=[2]].");
    refuses(
        () ->
            new TrainingRows(
                LAYOUT, new float[2], new long[2], new int[] {0, 1}, new float[] {0, 1}),
        "The arrays (2 numbers, 2 codes, 2 labels, 2 values) do not fit"
            + " FeatureLayout[numeric=1, cardinalities=[2]].");
    for (long code : new long[] {-1, 2}) {
      refuses(
          () ->
              new TrainingRows(
                  LAYOUT, new float[1], new long[] {code}, new int[] {0}, new float[0]),
          "The code " + code + " of category 0 must be at least 0 and below 2.");
    }
  }

  @Test
  void recipesRefuseIllegalSettings() {
    assertThat(recipe(new Huber(1)).withEpochs(9).epochs()).isEqualTo(9);
    for (double rate : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
      refuses(() -> recipe(rate, 1, 1, 0, 0), "The learning rate (" + rate + ") must be positive.");
    }
    String text =
        "The batch size (%s) and epochs (%s) must be at least 1, patience (%s) and clip norm (%s)"
            + " at least 0.";
    refuses(() -> recipe(1, 0, 1, 0, 0), String.format(text, 0, 1, 0, "0.0"));
    refuses(() -> recipe(1, 1, 0, 0, 0), String.format(text, 1, 0, 0, "0.0"));
    refuses(() -> recipe(1, 1, 1, -1, 0), String.format(text, 1, 1, -1, "0.0"));
    refuses(() -> recipe(1, 1, 1, 0, -1), String.format(text, 1, 1, 0, "-1.0"));
    refuses(() -> recipe(1, 1, 1, 0, Double.NaN), String.format(text, 1, 1, 0, "NaN"));
  }

  @Test
  void recipesKeepTheirPrecision() {
    TrainingRecipe recipe = recipe(new Huber(1));
    TrainingRecipe rounded = recipe.withPrecision(Precision.BF16);
    assertThat(recipe.precision()).isNull();
    assertThat(rounded.withEpochs(9).withLearningRate(0.2).precision()).isEqualTo(Precision.BF16);
    assertThat(rounded.withPrecision(Precision.FP32).precision()).isEqualTo(Precision.FP32);
  }

  @Test
  void lossesAndOptimizersRefuseIllegalSettings() {
    refuses(() -> new CrossEntropy(1), "The setting smoothing (1.0) must be in [0, 1).");
    refuses(() -> new CrossEntropy(Double.NaN), "The setting smoothing (NaN) must be in [0, 1).");
    refuses(() -> new Huber(0), "The setting delta (0.0) must be positive.");
    refuses(
        () -> new Huber(Double.POSITIVE_INFINITY),
        "The setting delta (Infinity) must be positive.");
    refuses(() -> new Cosine(1), "The setting warmup (1.0) must be in [0, 1).");
    refuses(
        () -> new AdamW(1, 0.9, 1e-8, 0),
        "The settings beta1 (1.0) and beta2 (0.9) must be in [0, 1).");
    refuses(
        () -> new AdamW(0.9, 0.9, 0, 0),
        "The setting epsilon (0.0) must be positive and weightDecay (0.0) at least 0.");
    refuses(
        () -> new Momentum(1, 0),
        "The setting momentum (1.0) must be in [0, 1) and weightDecay (0.0) at least 0.");
    assertThat(new AdamW(0.1)).isEqualTo(new AdamW(0.9, 0.999, 1e-8, 0.1));
  }

  private static TrainingRequest request(
      NetworkAssembly network, Loss loss, TrainingRows rows, Member... members) {
    return new TrainingRequest(network, recipe(loss), rows, List.of(members), null);
  }

  private static NetworkAssembly network(int outputs) {
    return new NetworkAssembly(LAYOUT, BODY, outputs);
  }

  private static TrainingRecipe recipe(Loss loss) {
    return new TrainingRecipe(loss, new AdamW(0), new ConstantRate(), 0.1, 4, 2, 0, 0);
  }

  private static TrainingRecipe recipe(
      double rate, int batch, int epochs, int patience, double clip) {
    return new TrainingRecipe(
        new Huber(1), new AdamW(0), new ConstantRate(), rate, batch, epochs, patience, clip);
  }

  private static void refuses(ThrowingCallable call, String message) {
    assertThatIllegalArgumentException().isThrownBy(call).withMessage(message);
  }
}
